"""Requests to the holders of data: on what ground, to whom, in which words, by when."""
