"""The folder of a town in its space: its inventory, its files, its history."""
