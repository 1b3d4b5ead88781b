"""What a hand settles between a file and what it must become: columns, units, codes, places; kept as TOML."""
