"""A visitor's file checked against a schema, repaired, and given back; kept a day, then deleted."""
