"""Signing in, one's account, invitations."""
