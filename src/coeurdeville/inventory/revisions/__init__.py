"""A town folder kept as numbered revisions: nothing that was saved is ever lost or half written."""
