"""Risques naturels."""
