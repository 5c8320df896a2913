"""What was agreed, on paper: the contact card of a school, and the mandates of one person."""

from collections.abc import Iterator, Mapping, Sequence

from models.problem import GROUP, UnitCode
from optimizer.explain.answer import Answer, Row
from optimizer.report.document import Block, Bullets, Heading, Table
from optimizer.report.tables.agreements import EVALUATION, SIGNERS, agreement_rows
from optimizer.workbook import labels

CARD = "Met wat bij wie"
GATHERINGS = "Overleg"
MANDATES = "Mandaten"
_CLUSTERS = frozenset(labels.CLUSTERS.values())
_SIGNERS = frozenset(part for part, _ in SIGNERS.values())
_MEETING_HEADERS: Mapping[str, str] = {
    "part": "overleg",
    "members": "leden",
    "link": "schakel met de groep",
    "when": "wanneer",
}
_ALONE: Mapping[str, str] = {key: _MEETING_HEADERS[key] for key in ("part", "members", "when")}
"""Without a group there is no link with it."""
_MANDATES: Mapping[str, str] = {
    "decides": "U beslist over",
    "steers": "U stuurt aan en volgt op",
    "contact": "U bent het eerste aanspreekpunt voor",
    "members": "U bent lid van",
    "link": "U bent de schakel met de groep in",
}


class Agreed:
    """Looks up the agreements, as they stand or as the plan proposes them."""

    def __init__(self, answer: Answer) -> None:
        self._rows = agreement_rows(answer)
        names = {str(each.code): each.name for each in answer.instance.data.schools}
        self._places = {**names, str(GROUP): "de groep"}
        self._one_unit = len({str(row.get("unit")) for row in self._rows}) == 1

    def card(self, unit: UnitCode) -> Iterator[Block]:
        """Per cluster who decides, steers and is asked first; the meetings with their members."""
        rows = [row for row in self._rows if row.get("unit") == unit]
        clusters = tuple(_card_row(row) for row in rows if row.get("part") in _CLUSTERS)
        if clusters:
            yield Heading(CARD, 2)
            yield Table(("waarvoor", "beslist", "volgt op", "eerst vragen aan"), clusters)
        meetings = [row for row in rows if not _is_other(row)]
        if meetings:
            headers = _MEETING_HEADERS if any(row.get("link") for row in meetings) else _ALONE
            yield Heading(GATHERINGS, 2)
            yield Table(
                tuple(headers.values()),
                tuple((str(row["part"]), *_texts(row, list(headers)[1:])) for row in meetings),
            )

    def mandates(self, name: str) -> Iterator[Block]:
        """What somebody decides, steers and is asked for, and where she meets."""
        lines = tuple(self._lines(name))
        if lines:
            yield Heading(MANDATES, 2)
            yield Bullets(lines)

    def _lines(self, name: str) -> Iterator[str]:
        for key, words in _MANDATES.items():
            places: dict[str, list[str]] = {}
            for row in self._rows:
                is_signature = row.get("part") in _SIGNERS or row.get("part") == EVALUATION[0]
                if not is_signature and name in str(row.get(key) or "").split(", "):
                    places.setdefault(str(row.get("unit")), []).append(str(row.get("part")))
            for parts, units in _by_parts(places).items():
                where = "" if self._one_unit else f" ({', '.join(map(self._place, units))})"
                yield f"{words}: {', '.join(parts)}{where}."

    def _place(self, unit: str) -> str:
        return self._places.get(unit) or unit


def _by_parts(places: Mapping[str, Sequence[str]]) -> dict[tuple[str, ...], list[str]]:
    """The units at which somebody has the same, together."""
    found: dict[tuple[str, ...], list[str]] = {}
    for unit, parts in places.items():
        found.setdefault(tuple(parts), []).append(unit)
    return found


def _is_other(row: Row) -> bool:
    """A row that is no meeting; the evaluation is one, with its date."""
    return row.get("part") in _CLUSTERS or row.get("part") in _SIGNERS


def _card_row(row: Row) -> tuple[str, ...]:
    about = f"{str(row['part']).capitalize()}: {row.get('what') or ''}"
    return (about, *_texts(row, ("decides", "steers", "contact")))


def _texts(row: Row, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(str(row.get(key) or "–") for key in keys)
