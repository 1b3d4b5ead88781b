"""Consulting missions paid to accompany an experiment."""
