"""The matrix of towns and services, and what to open first."""
