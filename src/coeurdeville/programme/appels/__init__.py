"""Calls: dates, themes, eligible towns, form, criteria, mandates."""
