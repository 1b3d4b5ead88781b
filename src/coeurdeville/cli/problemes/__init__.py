"""The commands of `coeurdeville probleme`, one module each."""
