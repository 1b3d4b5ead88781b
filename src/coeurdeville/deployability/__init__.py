"""Which services can run where, what is missing, who holds it."""
