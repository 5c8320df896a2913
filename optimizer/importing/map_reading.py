"""Reading the map of an overview from a TOML file; every mistake in it is told at once."""

import re
from collections.abc import Mapping
from pathlib import Path

from models.issues import error
from models.vocabulary import PlanRole
from optimizer.importing import words
from optimizer.importing.hours_text import Period
from optimizer.importing.map_file import LIST_KEYS, PEOPLE_KEYS, TOP_KEYS
from optimizer.importing.source_map import PURPLE, ListMap, PeopleMap, SourceMap
from optimizer.workbook import labels
from optimizer.workbook.addresses import MAX_ROW
from optimizer.workbook.read.own_names_file import OWN_NAMES_KEY
from optimizer.workbook.read.toml_table import TomlTable, read_whole

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_NAME_ROLES: Mapping[str, str] = {words.ANY_ROLE: words.ANY_ROLE} | dict(labels.PLAN_ROLES.items())
_FIXED_PERIODS: Mapping[str, str] = {period.value: period.value for period in Period}
_PERIODS: Mapping[str, str] = {words.PER_CELL: words.PER_CELL} | dict(_FIXED_PERIODS)
_FLAGS: Mapping[object, str] = dict(labels.YES_NO.items())
_COLOURS = {PURPLE: words.PURPLE_WORD, "": words.NO_COLOUR_WORD}


def read_map(path: Path) -> SourceMap:
    """Read a map; errors are those of `read_whole`."""
    return read_whole(path, _source_map)


def _source_map(table: TomlTable) -> SourceMap:
    table.check_keys((*TOP_KEYS, OWN_NAMES_KEY))
    return SourceMap(
        lists=tuple(_list(each) for each in table.tables("lijst")),
        clusters=table.words("clusters", labels.CLUSTERS),
        rosters=tuple(map(_people, table.tables("mensen") if "mensen" in table else ())),
        hints=table.words("vermoedens", labels.CLUSTERS),
        marks=table.words("tekens", words.MARK_LABELS),
        people=table.texts("personen"),
        roles=table.words("rollen", labels.ROLES),
    )


def _list(table: TomlTable) -> ListMap:
    table.check_keys(LIST_KEYS)
    table.require("blad", "van", "tot", "taak")
    core_column, core_colour = _core(table)
    first, last = _rows(table)
    names = table.by_column(table.words("namen", _NAME_ROLES), "namen")
    return ListMap(
        sheet=table.text("blad"),
        first_row=first,
        last_row=last,
        title=table.column("taak") or 1,
        header_row=table.row("kolomtitels"),
        number=table.column("nummer"),
        cluster=table.word("cluster", labels.CLUSTERS),
        hint=table.word("vermoeden", labels.CLUSTERS),
        cluster_column=table.column("clusterkolom"),
        cluster_crosses=table.by_column(
            table.words("clusterkruisjes", labels.CLUSTERS), "clusterkruisjes"
        ),
        core_column=core_column,
        core_colour=core_colour,
        applies=table.column("van_toepassing"),
        hours=table.column("uren"),
        hours_per=_per(table),
        priority=table.column("prioriteit"),
        level=table.column("niveau"),
        rhythm=table.column("ritme"),
        school=table.text("school"),
        school_column=table.column("schoolkolom"),
        schools=table.by_column(table.texts("scholen"), "scholen"),
        person=table.text("persoon"),
        free=bool(table.word("vrije_tekst", _FLAGS)),
        calendar=table.columns("wanneer"),
        crosses=table.by_column(table.texts("kruisjes"), "kruisjes"),
        names={c: role if isinstance(role, PlanRole) else None for c, role in names.items()},
        notes=table.columns("uitleg"),
    )


def _people(table: TomlTable) -> PeopleMap:
    table.check_keys(PEOPLE_KEYS)
    table.require("blad", "van", "tot", "naam")
    first, last = _rows(table)
    return PeopleMap(
        sheet=table.text("blad"),
        first_row=first,
        last_row=last,
        name=table.column("naam") or 1,
        role=table.column("rol"),
        hours=table.column("uren"),
        hours_per=Period(table.word("uren_per", _FIXED_PERIODS) or Period.WEEK),
    )


def _rows(table: TomlTable) -> tuple[int, int]:
    """The first and the last row of a list."""
    first, last = table.row("van") or 1, table.row("tot") or MAX_ROW
    if last < first:
        table.issues.append(error("map-rows", table.where))
    return first, last


def _per(table: TomlTable) -> Period | None:
    """What the hours are counted per: a year when the file says nothing."""
    word = table.word("uren_per", _PERIODS) or Period.YEAR
    return None if word == words.PER_CELL or "uren" not in table else Period(word)


def _core(table: TomlTable) -> tuple[int | None, str]:
    """The column, or the colour, that marks core tasks."""
    text = table.text("kerntaak")
    if not text:
        return None, ""
    if _COLOUR.fullmatch(text):
        return None, text[1:].upper()
    for colour, word in _COLOURS.items():
        if text.casefold() == word:
            return None, colour
    return table.column("kerntaak"), PURPLE
