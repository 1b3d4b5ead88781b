"""Management of towns’ spaces."""
