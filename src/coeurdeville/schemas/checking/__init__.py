"""The verdict on a table: structure, cells, keys."""
