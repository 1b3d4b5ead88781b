"""Generalisation: towns that want a service, animateurs who offer help."""
