"""What every package stands on: problems, missing figures, provenance, French text."""
