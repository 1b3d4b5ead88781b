"""Who was retained."""
