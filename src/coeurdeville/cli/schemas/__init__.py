"""The commands of `coeurdeville schema`, one module each."""
