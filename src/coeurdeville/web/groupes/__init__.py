"""Working groups across towns, and the resources that they share."""
