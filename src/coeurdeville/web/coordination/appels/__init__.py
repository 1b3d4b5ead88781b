"""Preparing a call, publishing it, putting its limit off."""
