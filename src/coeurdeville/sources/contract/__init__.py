"""What a source is: a declared function from a territory to a layer."""
