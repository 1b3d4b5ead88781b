"""What machines follow: feeds, map of the site, rules for robots."""
