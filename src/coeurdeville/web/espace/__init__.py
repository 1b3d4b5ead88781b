"""The town's space: its folder, its runs, its requests, its members."""
