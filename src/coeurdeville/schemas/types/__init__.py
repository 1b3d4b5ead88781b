"""Types of fields, one module each; `contract` says what a type is."""
