"""Commands of `coeurdeville inventaire`, one per file."""
