"""Our own results as open data."""
