"""coeurdeville: from a town's data to services that any other town can redeploy."""
