"""Columns and cells that look like persons: found, shown masked, left out of what is opened."""
