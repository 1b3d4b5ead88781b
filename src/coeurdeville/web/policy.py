"""What a page of the site may load: from the site alone, no inline script, no inline style."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from csp.constants import NONE, SELF

POLICY: Mapping[str, Sequence[str]] = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "worker-src": [SELF, "blob:"],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
    "frame-src": [NONE],
    "object-src": [NONE],
}
"""Of every page; a view that needs another says so by a decorator of `csp.decorators`, with its reason."""
