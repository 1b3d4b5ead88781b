"""Data services. One file per service, in the folder of its theme; what a service is stands in `contract`."""
