"""Pages of plain text: about, legal notice, personal data, accessibility, calls."""
