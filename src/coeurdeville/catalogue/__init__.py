"""The open package of a dataset: its data, what must be said of them, ready to drop on a portal."""
