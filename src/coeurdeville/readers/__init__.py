"""Readers of a town's files: one file per format, bytes to a table or features; they know no layer."""
