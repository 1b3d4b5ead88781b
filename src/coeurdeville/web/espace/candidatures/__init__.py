"""The candidatures of a town: from the list of calls to the receipt."""
