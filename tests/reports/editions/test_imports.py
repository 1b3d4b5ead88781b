"""An edition is read back without any library of maps or tables."""

import subprocess
import sys
from pathlib import Path

from coeurdeville.reports.editions import Edition

HEAVY = {
    "geopandas",
    "pandas",
    "polars",
    "pyarrow",
    "pyogrio",
    "pyproj",
    "shapely",
    "typst",
    "vl_convert",
    "xlsxwriter",
}


def test_reading_imports_nothing_heavy(edition: Edition) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom coeurdeville.reports.editions import Editions, difference\n"
        "found = Editions(Path(sys.argv[1])).get('00001', '2026-11-25')\n"
        "objects = found.features('patrimoine-arbore', 'objets', (-180, -90, 180, 90), 3)\n"
        "print(found.report.town, len(objects.pieces), len(difference(found, found).services))\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, str(Path(edition.folder).parents[1])]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout.endswith(" (ville fictive) 3 4\n")
    assert not HEAVY & set(ran.stderr.split())
