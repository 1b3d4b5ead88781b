"""Which services can run where, with what, and what is missing: decided from what is known, without any download."""
