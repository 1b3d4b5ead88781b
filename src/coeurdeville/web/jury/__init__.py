"""The table of the jury, its portfolio, its decisions, its minutes."""
