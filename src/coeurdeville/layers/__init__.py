"""Canonical typed data. One file per layer; what a layer is stands in `contract`."""
