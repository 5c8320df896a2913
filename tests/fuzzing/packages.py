"""Workbook packages as lists of members, in which anything may be wrong: names twice, no order."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable
from random import Random
from typing import NamedTuple

Mutate = Callable[[bytes, Random], bytes]
"""A file and a source of choices to another file; the same one when there is nothing to change."""
XML = re.compile(r"\.(?:xml|rels|vml)$", re.IGNORECASE)
SHEETS = re.compile(r"worksheets[/\\][^/\\]+\.xml$")


class Member(NamedTuple):
    """A part of a package."""

    name: str
    content: bytes


Members = list[Member]


def members_of(data: bytes) -> Members:
    """Every member, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [Member(info.filename, archive.read(info)) for info in archive.infolist()]


def packed(members: Members, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these members; a name may stand in it twice."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", method) as archive:
        warnings.simplefilter("ignore")
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return buffer.getvalue()


def repacked(change: Callable[[Members, Random], Members]) -> Mutate:
    """A mutation of the list of members."""
    return lambda data, rng: packed(change(members_of(data), rng))


def in_part(change: Mutate, kind: re.Pattern[str] = XML) -> Mutate:
    """A mutation of the content of one member whose name is of this kind."""

    def mutate(data: bytes, rng: Random) -> bytes:
        members = members_of(data)
        places = [place for place, each in enumerate(members) if kind.search(each.name)]
        if not places:
            return data
        place = rng.choice(places)
        name, content = members[place]
        members[place] = Member(name, change(content, rng))
        return packed(members)

    return mutate
