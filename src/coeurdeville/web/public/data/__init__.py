"""Pages of the layers: the data that services need."""
