"""Biodiversité."""
