"""What a town and its intercommunal body already publish, matched to layers, for somebody to confirm."""
