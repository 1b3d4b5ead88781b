"""The animateur's view: the towns of a perimeter."""
