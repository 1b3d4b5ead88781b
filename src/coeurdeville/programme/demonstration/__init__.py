"""The demonstration: season 2 told with twelve fictional towns, through the same verbs as any other season."""
