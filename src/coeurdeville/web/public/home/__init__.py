"""Home, and the search for a town."""
