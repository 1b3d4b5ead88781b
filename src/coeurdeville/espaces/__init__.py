"""A town's space: an index of its revisions, its runs, its editions, its requests. The folder stays the truth."""
