"""Indices on plain numbers: diversity of a set of trees, richness of a set of records, yearly damage of floods."""
