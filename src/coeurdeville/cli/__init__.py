"""The command line: French words, thin commands, imports on use."""
