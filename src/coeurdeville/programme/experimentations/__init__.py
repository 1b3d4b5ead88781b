"""Experiments: pair, plan, journal, obstacles, effort, deliverables, evidence."""
