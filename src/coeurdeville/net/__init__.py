"""The only way out to the network: asked once, kept with its date, answered offline from what is kept."""
