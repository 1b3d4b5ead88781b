"""A verdict as it is shown: in a terminal, for a program, as a list of every error."""
