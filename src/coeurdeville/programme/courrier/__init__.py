"""Messages: written from a model, read before they leave, sent once."""
