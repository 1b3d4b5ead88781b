"""Measures on arrays of shapes: distances, ways on foot, overlaps, shares, allocation, repair, zones.

Every function takes numpy arrays of shapely geometries, shape `(n,)` and dtype object, in one projected
system in metres, and gives numpy arrays. It knows no table, no layer and no territory. Inputs are never changed.
"""
