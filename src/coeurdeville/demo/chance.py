"""One independent random stream per part of the town, so that changing one part leaves the others as they were."""

from zlib import crc32

import numpy as np


def stream(seed: int, part: str) -> np.random.Generator:
    """The generator of `part` (`trees`, `climate`, ...) of the town drawn from `seed`; same on every machine."""
    return np.random.default_rng([seed, crc32(part.encode())])
