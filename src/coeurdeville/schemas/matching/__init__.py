"""Which column of a file is which field of a schema: proposed with a score and a reason, never guessed silently."""
