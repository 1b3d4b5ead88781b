"""Adaptation au changement climatique."""
