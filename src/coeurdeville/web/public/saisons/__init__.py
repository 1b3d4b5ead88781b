"""Seasons, as anybody reads them: their synthesis."""
