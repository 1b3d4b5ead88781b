"""Every benchmark of this folder, one after the other: `python benchmarks/run.py`."""

from importlib import import_module
from pathlib import Path


def main() -> None:
    """Run the `main()` of each other file of the folder that has one."""
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem == Path(__file__).stem:
            continue
        benchmark = getattr(import_module(path.stem), "main", None)
        if benchmark is not None:
            print(f"\n{path.stem}")
            benchmark()


if __name__ == "__main__":
    main()
