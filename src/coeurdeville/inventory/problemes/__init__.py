"""Local problems: who voiced them, in which words, what is done besides, which services and data could help."""
