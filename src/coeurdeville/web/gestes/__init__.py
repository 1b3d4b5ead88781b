"""Going through a passage of the programme from any page."""
