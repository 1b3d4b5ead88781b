"""The synthesis of a season, written from the records."""
