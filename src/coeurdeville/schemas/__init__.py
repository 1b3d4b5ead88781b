"""Table Schema: check, match, repair, propose, publish."""
