"""The space of a project: where it stands, then its parts."""
