"""The map of an overview as a small TOML file that a user can edit: writing it."""

from collections.abc import Mapping
from pathlib import Path

import tomli_w

from optimizer.importing import sentences, words
from optimizer.importing.source_map import PURPLE, ListMap, PeopleMap, SourceMap
from optimizer.workbook import labels
from optimizer.workbook.addresses import column_letters
from optimizer.workbook.write.storage import write_file

Toml = dict[str, object]
TOP_KEYS = ("lijst", "mensen", "clusters", "vermoedens", "tekens", "personen", "rollen")
LIST_KEYS = (
    "blad", "van", "tot", "kolomtitels", "taak", "nummer", "cluster", "vermoeden", "clusterkolom",
    "kerntaak", "van_toepassing", "uren", "uren_per", "prioriteit", "niveau", "ritme",
    "school", "schoolkolom", "scholen", "persoon", "vrije_tekst", "wanneer", "uitleg", "kruisjes",
    "namen", "clusterkruisjes",
)  # fmt: skip
PEOPLE_KEYS = ("blad", "van", "tot", "naam", "rol", "uren", "uren_per")


def write_map(path: Path, source_map: SourceMap, source: str) -> None:
    """Write a map, with an explanation of its keys above it.

    Raises
    ------
    WorkbookError
        `not-writable` when the file cannot be written.
    """
    text = sentences.MAP_HEAD.format(source=source) + tomli_w.dumps(map_table(source_map))
    write_file(path, text.encode())


def map_table(source_map: SourceMap) -> Toml:
    """A map as a table of TOML; what is absent or empty is left out."""
    table: Toml = {
        "clusters": {title: labels.CLUSTERS[each] for title, each in source_map.clusters.items()},
        "vermoedens": {title: labels.CLUSTERS[each] for title, each in source_map.hints.items()},
        "tekens": {sign: words.MARK_LABELS[mark] for sign, mark in source_map.marks.items()},
        "personen": dict(source_map.people),
        "rollen": {name: labels.ROLES[role] for name, role in source_map.roles.items()},
        "mensen": [_people_table(each) for each in source_map.rosters],
        "lijst": [_list_table(each) for each in source_map.lists],
    }
    return _without_empty(table)


def _list_table(each: ListMap) -> Toml:
    table: Toml = {
        "blad": each.sheet,
        "van": each.first_row,
        "tot": each.last_row,
        "kolomtitels": each.header_row,
        "taak": _letters(each.title),
        "nummer": _letters(each.number),
        "cluster": labels.CLUSTERS[each.cluster] if each.cluster else None,
        "vermoeden": labels.CLUSTERS[each.hint] if each.hint else None,
        "clusterkolom": _letters(each.cluster_column),
        "kerntaak": _core(each),
        "van_toepassing": _letters(each.applies),
        "uren": _letters(each.hours),
        "uren_per": _per(each),
        "prioriteit": _letters(each.priority),
        "niveau": _letters(each.level),
        "ritme": _letters(each.rhythm),
        "school": each.school or None,
        "schoolkolom": _letters(each.school_column),
        "scholen": {column_letters(column): name for column, name in each.schools.items()},
        "persoon": each.person or None,
        "vrije_tekst": labels.YES if each.free else None,
        "wanneer": [column_letters(column) for column in each.calendar],
        "uitleg": [column_letters(column) for column in each.notes],
        "kruisjes": {column_letters(column): who for column, who in each.crosses.items()},
        "namen": {
            column_letters(column): labels.PLAN_ROLES[role] if role else words.ANY_ROLE
            for column, role in each.names.items()
        },
        "clusterkruisjes": {
            column_letters(column): labels.CLUSTERS[cluster]
            for column, cluster in each.cluster_crosses.items()
        },
    }
    return _without_empty(table)


def _people_table(each: PeopleMap) -> Toml:
    table: Toml = {
        "blad": each.sheet,
        "van": each.first_row,
        "tot": each.last_row,
        "naam": _letters(each.name),
        "rol": _letters(each.role),
        "uren": _letters(each.hours),
        "uren_per": each.hours_per.value,
    }
    return _without_empty(table)


def _letters(column: int | None) -> str | None:
    return None if column is None else column_letters(column)


def _core(each: ListMap) -> str:
    if each.core_column is not None:
        return column_letters(each.core_column)
    if each.core_colour == PURPLE:
        return words.PURPLE_WORD
    return f"#{each.core_colour}" if each.core_colour else words.NO_COLOUR_WORD


def _per(each: ListMap) -> str | None:
    if each.hours is None:
        return None
    return each.hours_per.value if each.hours_per else words.PER_CELL


def _without_empty(table: Mapping[str, object]) -> Toml:
    return {key: value for key, value in table.items() if value not in (None, {}, [])}
