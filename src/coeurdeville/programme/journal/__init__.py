"""What happened to each object: who, when, why."""
