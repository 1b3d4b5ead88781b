"""The letter to a holder of data, on paper and as text."""
