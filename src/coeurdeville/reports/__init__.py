"""A diagnostic on screen and on paper: one worded structure, drawn figures, HTML and PDF."""
