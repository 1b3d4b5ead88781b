"""Users, members of towns, animateurs, and what each may do."""
