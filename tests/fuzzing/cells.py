"""Mutations of single cells, in the XML that whichever program wrote."""

import re
from collections.abc import Callable, Mapping
from random import Random
from xml.sax.saxutils import escape

from fuzzing.packages import SHEETS, Mutate, in_part
from fuzzing.values import DATES, ERRORS, FORMULAS, NUMBERS, TEXTS

_CELL = re.compile(rb"""<c\s(?P<attributes>[^<>]*?)(?:/>|>(?P<inside>(?:(?!</c>).)*)</c>)""", re.S)
_TYPE = re.compile(rb"""\st\s*=\s*["'][^"']*["']""")
Content = Callable[[Random], tuple[str, str]]
"""The type of a cell and what stands in it."""


def _number(rng: Random) -> tuple[str, str]:
    return "n", f"<v>{rng.choice(NUMBERS)}</v>"


def _text(rng: Random) -> tuple[str, str]:
    text = escape(rng.choice(TEXTS))
    match rng.randrange(4):
        case 0:
            return "str", f"<v>{text}</v>"
        case 1:
            half = len(text) // 2 if "&" not in text else 0
            runs = (text[:half], text[half:])
            return "inlineStr", f"<is>{''.join(f'<r><t>{run}</t></r>' for run in runs)}</is>"
        case _:
            return "inlineStr", f'<is><t xml:space="preserve">{text}</t></is>'


def _truth(rng: Random) -> tuple[str, str]:
    return "b", f"<v>{rng.choice(('0', '1', '2', 'true', ''))}</v>"


def _error(rng: Random) -> tuple[str, str]:
    return "e", f"<v>{rng.choice(ERRORS)}</v>"


def _date(rng: Random) -> tuple[str, str]:
    return "d", f"<v>{rng.choice(DATES)}</v>"


def _formula(rng: Random) -> tuple[str, str]:
    kind = rng.choice(("", "", ' t="shared" si="0"', ' t="shared" ref="A1:C9" si="7"',
                       ' t="array" ref="A1:C9"', ' t="dataTable" ref="A1:B2"'))  # fmt: skip
    cached = rng.choice(("", "<v></v>", f"<v>{rng.choice(NUMBERS)}</v>"))
    return rng.choice(("n", "str")), f"<f{kind}>{escape(rng.choice(FORMULAS))}</f>{cached}"


def _nothing(_rng: Random) -> tuple[str, str]:
    return "n", ""


def _in_cells(content: Content, most: int = 4) -> Mutate:
    """Give some cells another content; their place and their style stay."""

    def change(xml: bytes, rng: Random) -> bytes:
        found = list(_CELL.finditer(xml))
        chosen = rng.sample(found, min(len(found), rng.randint(1, most)))
        for each in sorted(chosen, key=lambda match: match.start(), reverse=True):
            kind, inside = content(rng)
            head = _TYPE.sub(b"", b" " + each["attributes"].rstrip(b"/ "))
            cell = b"<c" + head + f' t="{kind}">{inside}</c>'.encode("utf-8", "xmlcharrefreplace")
            xml = xml[: each.start()] + cell + xml[each.end() :]
        return xml

    return change


CELLS: Mapping[str, Mutate] = {
    f"cell-{name}": in_part(_in_cells(content), SHEETS)
    for name, content in {
        "number": _number, "text": _text, "truth": _truth, "error": _error, "date": _date,
        "formula": _formula, "nothing": _nothing,
    }.items()
}  # fmt: skip
"""What can stand in a cell."""
