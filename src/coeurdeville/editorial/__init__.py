"""Dossiers and interviews, written with Wagtail."""
