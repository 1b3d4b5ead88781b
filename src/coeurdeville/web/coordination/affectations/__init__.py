"""Entrusting candidatures to reviewers, asking for more."""
