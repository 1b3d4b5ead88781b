"""What reads a report's structure does not pay for drawing it."""

import subprocess
import sys


def test_renderers_import_nothing_heavy() -> None:
    code = (
        "import sys, coeurdeville.reports.html, coeurdeville.reports.pdf\n"
        "heavy = {'typst', 'vl_convert', 'shapely', 'numpy', 'pandas', 'geopandas', 'fontTools'}\n"
        "sys.exit(' '.join(sorted(heavy & set(sys.modules))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert done.stderr.strip() == ""
