"""How much is read at most."""

MAX_BYTES = 1024**3
"""Largest file read, in bytes; also the most that an archive may hold once open."""
MAX_RATIO = 200
"""Times that a file of an archive may grow when it is opened; honest text rarely passes 50."""
MAX_FILES = 10_000
"""Files in an archive."""
HARMLESS = 50 * 1024**2
"""Bytes under which growing fast is no danger."""
MAX_CELLS = 20_000_000
"""Cells of a table made of OpenStreetMap tags, which are many and mostly absent."""
