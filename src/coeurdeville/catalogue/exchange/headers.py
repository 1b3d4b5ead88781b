"""Names of columns as people type them, to the names that are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coeurdeville.core.french import slug


def bare(header: str) -> str:
    """What is compared of a header: plain words with hyphens, `siren-du-detenteur`."""
    return slug(header)


def resolve(headers: Sequence[str], known: Mapping[str, str]) -> dict[str, str]:
    """Header -> key, for those that are known; of two headers of one key, the first has it.

    `known` goes from bare names to keys. Where a merged cell stands above several columns, their names begin with
    its words: `Détenteur nom`, `Détenteur SIREN`. These words are left out when the whole is not known.
    """
    found: dict[str, str] = {}
    for header in headers:
        key = known.get(bare(header)) or _under_a_group(header, headers, known)
        if key is not None and key not in found.values():
            found[header] = key
    return found


def _under_a_group(header: str, headers: Sequence[str], known: Mapping[str, str]) -> str | None:
    words = header.split()
    for count in range(1, len(words)):
        group, name = words[:count], known.get(bare(" ".join(words[count:])))
        if name is not None and any(one != header and one.split()[:count] == group for one in headers):
            return name
    return None
