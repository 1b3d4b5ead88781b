"""The read-only API, made from the registries."""
