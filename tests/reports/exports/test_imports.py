"""What writes files pays for its libraries when it writes, not when it is imported."""

import subprocess
import sys


def test_exports_import_nothing_heavy() -> None:
    code = (
        "import sys, coeurdeville.reports.exports.files\n"
        "heavy = {'pandas', 'geopandas', 'pyogrio', 'pyarrow', 'scipy', 'xlsxwriter'}\n"
        "sys.exit(' '.join(sorted(heavy & set(sys.modules))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert done.stderr.strip() == ""
