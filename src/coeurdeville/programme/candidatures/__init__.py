"""Candidatures: written by several, deposited with a receipt, completed, withdrawn."""
