"""Inventories in the forms that others read: one file for each, with the same two functions."""
