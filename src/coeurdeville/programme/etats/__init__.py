"""States: one table of passages, one verb that goes through them, their drawing."""
