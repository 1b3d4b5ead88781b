"""Consulting missions: what their consultant reads and writes."""
