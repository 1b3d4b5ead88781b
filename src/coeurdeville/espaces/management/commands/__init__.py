"""Commands on towns’ spaces."""
