"""Working groups and the resources that they share."""
