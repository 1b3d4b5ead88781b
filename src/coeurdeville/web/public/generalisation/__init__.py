"""The spreading of services, through time."""
