"""Signing in with ProConnect."""
