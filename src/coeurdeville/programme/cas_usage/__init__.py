"""Cards « cas d’usage », assembled from the records."""
