"""Pytest plugin of CI: every skip is weighed, and one that is not expected fails the run.

Expected: a test marked `real` where the real data are not beside the project, a test whose reason
names an optional tool that this machine does not have, and one that wants `.git` in a folder that
has none. With the data there, no `real` test may be skipped, whatever its reason.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

OPTIONAL_TOOLS = ("chromium", "initdb", "pdffonts", "pdfimages", "pdfinfo", "pdftoppm", "pdftotext", "verapdf")
"""Programs that a test may do without; its reason must contain the name."""


def is_expected(reason: str, *, real: bool, root: Path) -> bool:
    """Whether a test of the project in `root` may be skipped for this reason."""
    if real:
        return not (root.parent / "shared" / "mirror").is_dir()
    if "no .git" in reason:
        return not (root / ".git").exists()
    return any(tool in reason and shutil.which(tool) is None for tool in OPTIONAL_TOOLS)


def unexpected(reporter: pytest.TerminalReporter) -> list[str]:
    """One line for each skipped test or file that ought to have run."""
    return [
        f"{report.nodeid}: {reason_of(report)}"
        for report in reporter.getreports("skipped")
        if not is_expected(
            reason_of(report), real="real" in getattr(report, "keywords", ()), root=reporter.config.rootpath
        )
    ]


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    """The reason given to `pytest.skip`."""
    return str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else str(report.longrepr)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List what ought to have run."""
    lines = unexpected(terminalreporter)
    if lines:
        terminalreporter.section("skipped without an expected reason", red=True)
        for line in lines:
            terminalreporter.line(line)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the whole run; the workers of xdist have no reporter and no say."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.exitstatus == pytest.ExitCode.OK and reporter is not None and unexpected(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
