"""Evaluation of an experiment at the four aims of the call."""
