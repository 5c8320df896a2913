"""Whose the sheets of an overview are: each of one school, or each of one person."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from optimizer.importing import answer_words, trait_words, words
from optimizer.importing.answers import Answers
from optimizer.importing.lines import LineKind, ListReader
from optimizer.importing.schools import are_schools, looks_like_school
from optimizer.importing.somebody import Somebody, is_calendar, names_somebody
from optimizer.importing.source_map import ListMap
from optimizer.importing.titles import hinted_cluster, title_cluster
from optimizer.workbook.read.matching import fold

_COMMON = 0.5
"""So many of the tasks of a sheet stand on another one too when each is of one school."""


def with_owners(readers: Sequence[ListReader], answers: Answers) -> list[ListMap]:
    """The lists, with the school or the person whose sheet each is on.

    A sheet of which the user said that it is nobody's is left as it is.
    """
    general = (answer_words.NO_SCHOOL, answer_words.NO_PERSON)
    by_sheet = {
        reader.map.sheet: reader
        for reader in readers
        if fold(answers.sheet(reader.map.sheet)) not in general
    }
    schools, people = _schools(by_sheet), _people(by_sheet)
    return [
        replace(
            reader.map,
            school=reader.map.school or schools.get(reader.map.sheet, ""),
            person=reader.map.person or people.get(reader.map.sheet, ""),
        )
        for reader in readers
    ]


def _schools(by_sheet: Mapping[str, ListReader]) -> dict[str, str]:
    """The school per sheet; none when the sheets are about something else."""
    names = {
        sheet: _title_school(reader) or sheet
        for sheet, reader in by_sheet.items()
        if fold(sheet) not in trait_words.LEVEL_WORDS
    }
    stated = any(reader.map.crosses or reader.map.names for reader in by_sheet.values())
    if len(names) < 2 or any(_is_other(name, people=not stated) for name in names.values()):
        return {}
    if are_schools(list(names.values())) or _share_tasks([by_sheet[sheet] for sheet in names]):
        return names
    return {}


def _title_school(reader: ListReader) -> str:
    """The name of a school in the title above a list."""
    above = reader.map.header_row or reader.map.first_row
    rows = [row for row in reader.grid.rows if row < above]
    texts = (reader.grid.text(row, column) for row in rows for column in reader.grid.filled(row))
    return next((text for text in texts if looks_like_school(text)), "")


def _is_other(name: str, *, people: bool) -> bool:
    """Whether the name of a sheet is of a cluster, a part of the year or a version.

    With `people` it may be a person's too: lists that say who are nobody's own.
    """
    old = any(word in words.VERSION_WORDS for word in fold(name).split())
    cluster = title_cluster(name) or hinted_cluster(name)
    somebody = people and names_somebody(name) is Somebody.YES and not looks_like_school(name)
    return bool(cluster) or is_calendar(name) or old or somebody


def _share_tasks(readers: Sequence[ListReader]) -> bool:
    titles = [
        {fold(line.text) for line in reader.lines() if line.kind is LineKind.TASK}
        for reader in readers
    ]
    return all(
        found and len(found & _others(titles, place)) >= _COMMON * len(found)
        for place, found in enumerate(titles)
    )


def _others(titles: Sequence[set[str]], place: int) -> set[str]:
    return set().union(*(found for other, found in enumerate(titles) if other != place))


def _people(by_sheet: Mapping[str, ListReader]) -> dict[str, str]:
    """The person per sheet, when all sheets are somebody's and no list says who."""
    stated = any(reader.map.crosses or reader.map.names for reader in by_sheet.values())
    named = all(names_somebody(sheet) is Somebody.YES for sheet in by_sheet)
    return (
        {sheet: sheet for sheet in by_sheet} if named and not stated and len(by_sheet) > 1 else {}
    )
