"""The parts of a descriptor, read: what can be checked is kept, what is wrong is named."""
