"""What a town takes over from others."""
