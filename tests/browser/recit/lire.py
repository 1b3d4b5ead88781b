"""What chapters do again and again: a form filled by the words that are read on it, a paper that opens."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping

from playwright.sync_api import Page


def fill(page: Page, answers: Mapping[str, str | bool]) -> None:
    """Each answer in the field that has this label: typed, chosen, ticked or dated, whatever the field is."""
    for label, answer in answers.items():
        field = page.locator("main").get_by_label(label, exact=True).first
        if isinstance(answer, bool):
            field.set_checked(answer)
        elif field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(label=answer)
        else:
            field.fill(answer)


def press(page: Page, name: str) -> None:
    """The button of this name, unfolded when it warns first; the page that follows."""
    main = page.locator("main")
    fold = main.locator("summary").get_by_text(name, exact=True)
    if fold.count():
        fold.first.click()
    with page.expect_navigation() as there:
        main.get_by_role("button", name=name, exact=True).first.click()
    assert there.value is None or there.value.status < 500, page.url


def pdf(page: Page, address: str) -> str:
    """The words of a paper that opens as a PDF; without its reader on this machine, that it is one."""
    answer = page.request.get(address)
    assert answer.status == 200, address
    content = answer.body()
    assert content.startswith(b"%PDF"), address
    tool = shutil.which("pdftotext")
    if tool is None:
        return ""
    said = subprocess.run([tool, "-", "-"], input=content, capture_output=True, check=True).stdout.decode()
    return " ".join(said.split())
