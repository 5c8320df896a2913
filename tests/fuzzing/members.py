"""Mutations of the zip container: members that are gone, twice there, cut off, renamed, damaged."""

import re
import zipfile
from collections.abc import Mapping
from random import Random

from fuzzing.packages import Member, Members, Mutate, in_part, members_of, packed, repacked

_ANY = re.compile("")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_NAMES = (
    "", "/xl/workbook.xml", "../weg.xml", "xl\\workbook.xml", "XL/Workbook.XML", "xl/styles.xml",
    "mimetype", "naam met spatie.xml", "é€.xml", "x" * 300, "xl/worksheets/",
    "_xmlsignatures/s.xml", "xl/vbaProject.bin", "[Content_Types].xml", "xl/calcChain.xml",
)  # fmt: skip
_CONTENTS = (b"", b"<", b"\0" * 40, b"<a/>", b"PK\x03\x04", "<a>é</a>".encode("latin-1"))
_BLOAT = 4 * 2**20


def _drop(members: Members, rng: Random) -> Members:
    members.pop(rng.randrange(len(members)))
    return members


def _duplicate(members: Members, rng: Random) -> Members:
    members.append(rng.choice(members))
    return members


def _rename(members: Members, rng: Random) -> Members:
    place = rng.randrange(len(members))
    members[place] = Member(rng.choice(_NAMES), members[place].content)
    return members


def _swap(members: Members, rng: Random) -> Members:
    one, other = rng.randrange(len(members)), rng.randrange(len(members))
    first, second = members[one], members[other]
    members[one], members[other] = (
        Member(first.name, second.content),
        Member(second.name, first.content),
    )
    return members


def _shuffle(members: Members, rng: Random) -> Members:
    rng.shuffle(members)
    return members


def _add(members: Members, rng: Random) -> Members:
    members.append(Member(rng.choice(_NAMES), rng.choice((*_CONTENTS, bytes(_BLOAT)))))
    return members


def _cut(content: bytes, rng: Random) -> bytes:
    return content[: rng.randrange(len(content) + 1)]


def _replace(_content: bytes, rng: Random) -> bytes:
    return rng.choice(_CONTENTS)


def flip_bits(content: bytes, rng: Random) -> bytes:
    """Some bytes changed into others."""
    if not content:
        return content
    changed = bytearray(content)
    for _ in range(rng.randint(1, 6)):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _recompress(data: bytes, rng: Random) -> bytes:
    return packed(members_of(data), rng.choice(_METHODS))


MEMBERS: Mapping[str, Mutate] = {
    "drop-member": repacked(_drop),
    "duplicate-member": repacked(_duplicate),
    "rename-member": repacked(_rename),
    "swap-members": repacked(_swap),
    "shuffle-members": repacked(_shuffle),
    "add-member": repacked(_add),
    "cut-member": in_part(_cut, _ANY),
    "replace-member": in_part(_replace, _ANY),
    "flip-bits-in-member": in_part(flip_bits, _ANY),
    "recompress": _recompress,
}
"""What can happen to the members of the container."""


def _cut_file(data: bytes, rng: Random) -> bytes:
    return _cut(data, rng)


def _junk(data: bytes, rng: Random) -> bytes:
    junk = rng.randbytes(rng.randint(1, 200))
    return junk + data if rng.random() < 0.5 else data + junk


def _overwrite(data: bytes, rng: Random) -> bytes:
    start, length = rng.randrange(len(data)), rng.randint(1, 40)
    return data[:start] + bytes(length) + data[start + length :]


def _directory(data: bytes, rng: Random) -> bytes:
    """Damage in the list of members at the end, where sizes, flags and methods stand."""
    start = data.find(b"PK\x01\x02")
    return data if start < 0 else data[:start] + flip_bits(data[start:], rng)


FILES: Mapping[str, Mutate] = {
    "cut-file": _cut_file,
    "junk-around-file": _junk,
    "flip-bits-in-file": flip_bits,
    "flip-bits-in-directory": _directory,
    "overwrite-file": _overwrite,
}
"""What can happen to the file as a whole; after these it may be no zip file any more."""
