"""What a layer is: checked when built, read-only after, cut and shared out to zones."""
