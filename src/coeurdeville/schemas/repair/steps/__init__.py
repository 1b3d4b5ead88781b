"""What is mended in the cells of one column, one repair per module."""
