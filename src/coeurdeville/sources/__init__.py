"""Where data come from that a town does not hold: one file for each source, one layer from each."""
