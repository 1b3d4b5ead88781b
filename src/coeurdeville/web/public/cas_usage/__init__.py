"""Cards « cas d’usage », as anybody reads them."""
