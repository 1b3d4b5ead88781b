"""Commands of `coeurdeville deploiement`, one per file."""
