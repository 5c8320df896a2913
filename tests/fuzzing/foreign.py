"""What other programs write and every program opens: other spellings, odd styles, odd packages."""

import re
from collections.abc import Callable, Mapping
from random import Random
from xml.parsers import expat

from odd_styles import ODD, made_odd
from spelling import SPELLINGS, Spelling, respelled

from fuzzing.packages import SHEETS, XML, Member, Members, Mutate, in_part, repacked

_STYLES = re.compile(r"xl/styles\.xml$")
_WORKBOOK = re.compile(r"xl/workbook\.xml$")
_ENTRY = re.compile(rb"<(?:[\w.-]+:)?sheet\s[^<>]*/>")
_ID = re.compile(rb"""(\s[\w.-]+:id\s*=\s*)(?:"[^"]*"|'[^']*')""")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row(?=[\s/>])")
_GRID_END = re.compile(rb"</((?:[\w.-]+:)?)sheetData\s*>")
_LIST_END = re.compile(rb"</((?:[\w.-]+:)?)cellXfs\s*>")
_LENGTHS, _TIMES = (1, 300, 20_000), (3, 400)
_MANY = 20_000
_BELOW = 5_000
"""Row from which texts are added, below all that the seeds hold."""


def _spelled(xml: bytes, spelling: Spelling) -> bytes:
    try:
        return respelled(xml, spelling)
    except expat.ExpatError:
        return xml


def _spell(xml: bytes, rng: Random) -> bytes:
    return _spelled(xml, rng.choice(list(SPELLINGS.values())))


def _spell_all(members: Members, rng: Random) -> Members:
    """Every part in one spelling, as a program writes them."""
    spelling = rng.choice(list(SPELLINGS.values()))
    return [
        Member(name, _spelled(content, spelling) if XML.search(name) else content)
        for name, content in members
    ]


def _odd_style(xml: bytes, rng: Random) -> bytes:
    return made_odd(xml, rng.choice(list(ODD)))


def _many_styles(xml: bytes, rng: Random) -> bytes:
    def filled(end: re.Match[bytes]) -> bytes:
        start = b"<" + end[1] + b"xf "
        return b"".join(start + b'numFmtId="%d"/>' % (n % 50) for n in range(_MANY)) + end[0]

    return _LIST_END.sub(filled, xml, count=rng.randint(1, 2))


def _hollow_sheet(xml: bytes, rng: Random) -> bytes:
    """A sheet that leads to no part, before one that does."""
    found = list(_ENTRY.finditer(xml))
    if not found:
        return xml
    entry = rng.choice(found)
    target = rng.choice((b'""', b'"rId999"'))
    hollow = _ID.sub(lambda match: match[1] + target, entry[0])
    hollow = re.sub(rb"""\sname\s*=\s*(?:"[^"]*"|'[^']*')""", b' name="Hol"', hollow)
    return xml[: entry.start()] + hollow + xml[entry.start() :]


def _renamed(rename: Callable[[str, Random], str]) -> Mutate:
    return repacked(
        lambda members, rng: [Member(rename(name, rng), content) for name, content in members]
    )


def _backslashes(name: str, rng: Random) -> str:
    return name.replace("/", "\\") if rng.random() < 0.8 else name


def _from_root(name: str, _rng: Random) -> str:
    return f"/{name}"


def _text_many_times(xml: bytes, rng: Random) -> bytes:
    """One text in many cells below the others."""
    end = _GRID_END.search(xml)
    if end is None:
        return xml
    p, text = end[1], b"lang " * rng.choice(_LENGTHS)
    rows = b"".join(
        b'<%brow r="%d"><%bc r="A%d" t="str"><%bv>%b</%bv></%bc></%brow>'
        % (p, row, p, row, p, text, p, p, p)
        for row in range(_BELOW, _BELOW + rng.choice(_TIMES))
    )
    return xml[: end.start()] + rows + xml[end.start() :]


def _hidden_rows(xml: bytes, rng: Random) -> bytes:
    found = list(_ROW.finditer(xml))
    chosen = rng.sample(found, min(len(found), 5))
    for row in sorted(chosen, key=lambda match: match.start(), reverse=True):
        head = xml[row.end() : xml.find(b">", row.end())]
        if b"hidden" not in head:
            xml = xml[: row.end()] + b' hidden="1"' + xml[row.end() :]
    return xml


FOREIGN: Mapping[str, Mutate] = {
    "spelling": in_part(_spell),
    "spelling-everywhere": repacked(_spell_all),
    "odd-style": in_part(_odd_style, _STYLES),
    "many-styles": in_part(_many_styles, _STYLES),
    "hollow-sheet": in_part(_hollow_sheet, _WORKBOOK),
    "backslashes": _renamed(_backslashes),
    "names-from-the-root": _renamed(_from_root),
    "text-many-times": in_part(_text_many_times, SHEETS),
    "hidden-rows": in_part(_hidden_rows, SHEETS),
}
"""What is no damage at all."""
