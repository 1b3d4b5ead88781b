"""Calls, as anybody reads them."""
