"""What could act on the machine of who opens it: programs, scripts, pages, drawings with scripts."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_SIGNATURES: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"MZ"), "un programme Windows"),
    (re.compile(rb"\x7fELF"), "un programme Linux"),
    (re.compile(rb"\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe|\xce\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]"), "un programme"),
    (re.compile(rb"\x4c\x00\x00\x00\x01\x14\x02\x00"), "un raccourci Windows"),
    (re.compile(rb"(\xef\xbb\xbf)?\s*#!"), "un script"),
    (re.compile(rb"(?i)(\xef\xbb\xbf)?\s*@echo\s+off"), "un script"),
    (re.compile(rb"(?i)(\xef\xbb\xbf)?\s*<\?php"), "un script"),
    (re.compile(rb"(?is)(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.{0,4096}?-->\s*)*<(!doctype\s+html|html|head|body|"
                rb"script|iframe|meta|title)\b"), "une page web"),
    (re.compile(rb"(?is)(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?((<!--.{0,4096}?-->|<!doctype[^>]*>)\s*)*<svg\b"),
     "un dessin SVG"),
)  # fmt: skip
_EXTENSIONS: dict[str, str] = {
    **dict.fromkeys((".exe", ".dll", ".com", ".scr", ".msi", ".cpl", ".sys", ".apk", ".app", ".dmg", ".jar", ".deb",
                     ".rpm", ".class"), "un programme"),
    **dict.fromkeys((".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".js", ".mjs", ".jse", ".wsf", ".wsh", ".hta",
                     ".sh", ".bash", ".py", ".pyc", ".pl", ".rb", ".php", ".phtml", ".asp", ".aspx", ".jsp", ".reg",
                     ".scpt", ".command", ".applescript"), "un script"),
    **dict.fromkeys((".lnk", ".url", ".desktop", ".inf", ".scf", ".website"), "un raccourci"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mht", ".mhtml", ".shtml", ".chm"), "une page web"),
    **dict.fromkeys((".svg", ".svgz"), "un dessin SVG"),
}  # fmt: skip


def harmful(head: bytes, name: str) -> str:
    """What is harmful in a file, as a French noun with its article, told by its first bytes, then by its name.

    Empty when nothing is. Text in UTF-16 is read as well.
    """
    narrow = head[2:].replace(b"\0", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
    found = next((what for pattern, what in _SIGNATURES if pattern.match(narrow)), "")
    return found or _EXTENSIONS.get(PurePosixPath(name.rstrip(" .")).suffix.lower(), "")
