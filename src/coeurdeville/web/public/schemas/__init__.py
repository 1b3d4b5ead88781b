"""Pages of schemas, and the checking of a visitor's file."""
