"""The page by which a holder answers a request, without account."""
