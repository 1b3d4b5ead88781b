"""The ground of each zone by which figures are given."""

from __future__ import annotations

from collections.abc import Sequence

from shapely.geometry.base import BaseGeometry

from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.runs.zonings import zonings_of

Grounds = dict[str, dict[str, BaseGeometry]]


def grounds_of(subject: Subject, chapters: Sequence[Chapter]) -> Grounds:
    """What a zone is called -> zone -> its ground, in the CRS of the town; only zonings that a service was given by."""
    found: Grounds = {}
    for chapter in chapters:
        if chapter.told.zonings.keys() - found.keys():
            for zoning, zones in zonings_of(chapter.service, subject.town, subject.quarters).items():
                found.setdefault(zoning, dict(zones))
    return found
