"""What data a town has, and has not: entries, statuses, the town folder."""
