"""What people see of the redeployment: the matrix, its map, the page of a service, each in one file."""
