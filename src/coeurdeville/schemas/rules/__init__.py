"""Checks beyond the specification, as French schemas declare them: one in each module."""
