"""What the coordination takes out of a call, and what is deleted of it."""
