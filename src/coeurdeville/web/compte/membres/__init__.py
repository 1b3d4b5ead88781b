"""The members of a town."""
