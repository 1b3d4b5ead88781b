"""Where a town is: communes of France, their programme, their projection, their ground."""
