"""Every benchmark: `python benchmarks/run.py`, or some of them by name, or all in small with `--quick`.

The exit status is 1 when the outputs of two sides differ, since speed then says nothing; a promise that is missed is
printed, and does not fail: the machine may be busy.
"""

import argparse
import sys
from collections.abc import Callable, Iterator

import commands
import kernels
import matrix
import moving_map
import postgis
import readers
import rule
import validation
from lines import HEADER, Line
from town import town

QUICK = 0.02
"""Share of the town's objects with `--quick`."""
BUILDINGS, FEW = 20_000, 300
"""Of the demo town whose diagnostic is timed, whole and with `--quick`."""
NAMES = ("kernels", "rule", "postgis", "validation", "matrix", "commands", "site", "map")
ROWS = 1_000_000
"""Of the table that is checked against its schema."""


def main() -> int:
    """Print each line as it comes, then what was not kept."""
    given = _arguments()
    place = town(share=QUICK if given.quick else 1.0)
    every: dict[str, Callable[[], Iterator[Line]]] = {
        "kernels": lambda: kernels.measured(place),
        "rule": lambda: rule.measured(place),
        "postgis": lambda: postgis.measured(place),
        "validation": lambda: validation.measured(FEW * 10 if given.quick else ROWS),
        "matrix": lambda: matrix.measured(("02", "R32") if given.quick else ("programme", "france")),
        "commands": lambda: commands.measured(FEW if given.quick else BUILDINGS),
        "site": lambda: readers.measured(quick=given.quick),
        "map": lambda: moving_map.measured(place),
    }
    print(HEADER)
    lines = [_printed(line) for name in given.names or every for line in every[name]()]
    print(_summary(lines))
    return int(any(line.differs for line in lines))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[[], *NAMES])
    parser.add_argument("--quick", action="store_true", help="small sizes: the benchmarks run, promises do not hold")
    return parser.parse_args()


def _printed(line: Line) -> Line:
    print(line, flush=True)
    return line


def _summary(lines: list[Line]) -> str:
    done = [line for line in lines if not line.skipped]
    promised = [line for line in done if line.promised]
    missed = [line.title for line in promised if not line.kept]
    differ = [line.title for line in done if line.differs]
    skipped = [line.title for line in lines if line.skipped]
    said = [f"\n{len(lines)} lines, {len(promised)} promises, {len(promised) - len(missed)} kept."]
    for word, titles in (("missed", missed), ("outputs differ", differ), ("skipped", skipped)):
        said += [f"{word}: {'; '.join(titles)}"] * bool(titles)
    return "\n".join(said)


if __name__ == "__main__":
    sys.exit(main())
