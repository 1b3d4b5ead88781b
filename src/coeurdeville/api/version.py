"""The version of the API."""

VERSION = "1"
"""Changes when a key or an address is removed, renamed or takes another meaning; a new one changes nothing."""
