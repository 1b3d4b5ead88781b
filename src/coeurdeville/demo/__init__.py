"""Fictional French towns with known truth: they feed the demo, the tests and the benchmarks.

`make_town` draws a town, `DemoTown.truth` says what is true of it, `write_files` writes its files, clean or dirty.
"""

from coeurdeville.demo.town import DemoTown, make_town
from coeurdeville.demo.writing import Written, write_files

__all__ = ["DemoTown", "Written", "make_town", "write_files"]
