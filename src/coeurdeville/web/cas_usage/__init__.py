"""The card of a project, for those who write it."""
