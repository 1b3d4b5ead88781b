"""Journeys in a browser. A package, so that pytest closes the browser (and its event loop) with this folder."""
