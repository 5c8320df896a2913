"""The file of columns: written, edited, read back; every mistake in it is told at once."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from overviews import OVERVIEWS
from small_overview import THREE, Result, found_in, imported, write_overview

from models.errors import InvalidProblemError, WorkbookError
from models.vocabulary import Cluster, PlanRole, Role
from optimizer.importing.hours_text import Period
from optimizer.importing.importer import import_overview
from optimizer.importing.map_file import LIST_KEYS, TOP_KEYS, write_map
from optimizer.importing.map_reading import read_map
from optimizer.importing.sentences import MAP_HEAD
from optimizer.importing.source_map import PURPLE, ListMap, Mark, PeopleMap, SourceMap
from optimizer.workbook.addresses import MAX_COLUMN

COLUMNS = st.integers(1, MAX_COLUMN)
MAYBE = st.none() | COLUMNS
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@st.composite
def list_maps(draw: st.DrawFn) -> ListMap:
    """Any list that a file of columns can describe."""
    first = draw(st.integers(1, 1000))
    hours, core_column = draw(MAYBE), draw(MAYBE)
    colours = st.sampled_from([PURPLE, "", "FFC000"])
    return ListMap(
        sheet=draw(TEXTS),
        first_row=first,
        last_row=first + draw(st.integers(0, 1000)),
        title=draw(COLUMNS),
        header_row=draw(st.none() | st.integers(1, 1000)),
        number=draw(MAYBE),
        cluster=draw(st.none() | st.sampled_from(Cluster)),
        hint=draw(st.none() | st.sampled_from(Cluster)),
        cluster_column=draw(MAYBE),
        cluster_crosses=draw(st.dictionaries(COLUMNS, st.sampled_from(Cluster), max_size=3)),
        core_column=core_column,
        core_colour=PURPLE if core_column else draw(colours),
        applies=draw(MAYBE),
        hours=hours,
        hours_per=None if hours is None else draw(st.none() | st.sampled_from(Period)),
        priority=draw(MAYBE),
        level=draw(MAYBE),
        rhythm=draw(MAYBE),
        school=draw(st.just("") | TEXTS),
        school_column=draw(MAYBE),
        schools=draw(st.dictionaries(COLUMNS, TEXTS, max_size=3)),
        person=draw(st.just("") | TEXTS),
        free=draw(st.booleans()),
        calendar=tuple(draw(st.lists(COLUMNS, max_size=3))),
        crosses=draw(st.dictionaries(COLUMNS, TEXTS, max_size=3)),
        names=draw(st.dictionaries(COLUMNS, st.none() | st.sampled_from(PlanRole), max_size=3)),
        notes=tuple(draw(st.lists(COLUMNS, max_size=3))),
    )


@st.composite
def people_maps(draw: st.DrawFn) -> PeopleMap:
    """Any list of people that a file of columns can describe."""
    first = draw(st.integers(1, 1000))
    last = first + draw(st.integers(0, 1000))
    per = draw(st.sampled_from(Period))
    columns = draw(COLUMNS), draw(MAYBE), draw(MAYBE)
    return PeopleMap(draw(TEXTS), first, last, *columns, per)


SOURCE_MAPS = st.builds(
    SourceMap,
    lists=st.lists(list_maps(), min_size=1, max_size=3).map(tuple),
    clusters=st.dictionaries(TEXTS, st.sampled_from(Cluster), max_size=3),
    hints=st.dictionaries(TEXTS, st.sampled_from(Cluster), max_size=3),
    marks=st.dictionaries(TEXTS, st.sampled_from(Mark), max_size=3),
    people=st.dictionaries(TEXTS, TEXTS, max_size=3),
    roles=st.dictionaries(TEXTS, st.sampled_from(Role), max_size=3),
    rosters=st.lists(people_maps(), max_size=2).map(tuple),
)


@given(SOURCE_MAPS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read_back(tmp_path: Path, source_map: SourceMap) -> None:
    path = tmp_path / "kolommen.toml"
    write_map(path, source_map, "bron.xlsx")
    assert read_map(path) == source_map


@pytest.mark.parametrize("name", OVERVIEWS)
def test_a_map_that_was_kept_gives_the_same_workbook(tmp_path: Path, name: str) -> None:
    source = OVERVIEWS[name](tmp_path / "bron.xlsx")
    first = found_in(source)
    path = tmp_path / "kolommen.toml"
    write_map(path, first.imported.source_map, source.name)
    second = found_in(source, read_map(path))
    assert second.data == first.data


def test_the_file_explains_its_keys(tmp_path: Path) -> None:
    path = tmp_path / "kolommen.toml"
    write_map(path, imported(tmp_path, THREE).imported.source_map, "bron.xlsx")
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Zo leest ‘taakverdeler importeer’ bron.xlsx.\n")
    assert [key for key in (*LIST_KEYS, *TOP_KEYS) if key not in MAP_HEAD] == []
    assert tomllib.loads(text)["lijst"][0] == {
        "blad": "Blad", "van": 2, "tot": 5, "kolomtitels": 1, "taak": "A", "kerntaak": "geen",
        "namen": {"B": "wie"},
    }  # fmt: skip


def with_map(folder: Path, text: str) -> Result:
    """The plain overview, read as a file of columns says."""
    path = folder / "kolommen.toml"
    path.write_text(text, encoding="utf-8")
    return found_in(write_overview(folder / "bron.xlsx", THREE), read_map(path))


PLAIN = '[[lijst]]\nblad = "Blad"\nvan = 2\ntot = 5\ntaak = "A"\nnamen = { B = "wie" }\n'


def test_an_edited_map_is_followed(tmp_path: Path) -> None:
    result = with_map(
        tmp_path,
        PLAIN.replace("van = 2", "van = 4").replace('"wie"', '"back-up"')
        + 'cluster = "beleid & visie"\n[personen]\nWout = "Wouter Berkenbos"\n'
        '[rollen]\n"Wouter Berkenbos" = "directie"\n',
    )
    assert list(result.tasks) == ["Printers onderhouden", "Servers onderhouden"]
    assert {task.cluster for task in result.data.tasks} == {Cluster.POLICY}
    assert {role for _, _, role in result.crosses()} == {PlanRole.BACKUP}
    roles = {person.name: person.role for person in result.data.persons}
    assert roles["Wouter Berkenbos"] is Role.DIRECTOR


def test_a_map_names_titles_and_signs(tmp_path: Path) -> None:
    rows = [("Taak", "Lien"), ("Blok A:",), ("Firewall beheren", "H"), ("Servers", "nvt")]
    source = write_overview(tmp_path / "bron.xlsx", rows)
    path = tmp_path / "kolommen.toml"
    path.write_text(
        '[[lijst]]\nblad = "Blad"\nvan = 2\ntot = 4\ntaak = "A"\nkruisjes = { B = "Lien" }\n'
        '[clusters]\n"Blok A:" = "administratief"\n[tekens]\nH = "uitvoerder"\n',
        encoding="utf-8",
    )
    result = found_in(source, read_map(path))
    assert {task.cluster for task in result.data.tasks} == {Cluster.ADMINISTRATIVE}
    assert result.crosses() == {("Firewall beheren", "Lien", PlanRole.HELPER)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "map-not-lists"),
        ('lijst = "A"', "map-not-lists"),
        ("lijst = [1]", "map-not-lists"),
        ("lijst = []", "map-not-lists"),
        (PLAIN.replace('taak = "A"\n', ""), "map-missing"),
        (PLAIN.replace("taak", "tak"), "map-unknown-key"),
        (PLAIN + "kolom = 3", "map-unknown-key"),
        (PLAIN.replace('"Blad"', "3"), "map-not-text"),
        (PLAIN.replace("van = 2", 'van = "2"'), "map-not-row"),
        (PLAIN.replace("van = 2", "van = 0"), "map-not-row"),
        (PLAIN.replace("van = 2", "van = true"), "map-not-row"),
        (PLAIN.replace("van = 2", "van = 9"), "map-rows"),
        (PLAIN.replace('"A"', '"1"'), "map-not-column"),
        (PLAIN.replace('"A"', '"ZZZ"'), "map-not-column"),
        (PLAIN.replace('"A"', "1"), "map-not-column"),
        (PLAIN + 'uitleg = "C"', "map-not-columns"),
        (PLAIN + 'uitleg = ["C", 4]', "map-not-column"),
        (PLAIN + 'kerntaak = "groen"', "map-not-column"),
        (PLAIN + 'cluster = "hardware"', "map-not-word"),
        (PLAIN + 'uren_per = "eeuw"', "map-not-word"),
        (PLAIN.replace('"wie"', '"baas"'), "map-not-word"),
        (PLAIN + 'kruisjes = "D"', "map-not-table"),
        (PLAIN + "kruisjes = { D = 3 }", "map-not-text"),
        (PLAIN + '[rollen]\nLien = "koningin"', "map-not-word"),
    ],
)
def test_every_mistake_has_its_message(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(InvalidProblemError) as caught:
        with_map(tmp_path, text)
    assert code in [issue.code for issue in caught.value.issues]
    assert all(str(issue.where).startswith("kolommen.toml") for issue in caught.value.issues)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InvalidProblemError) as caught:
        with_map(tmp_path, PLAIN.replace('"A"', "1").replace("van = 2", 'van = "x"') + "kop = 1")
    assert sorted(issue.code for issue in caught.value.issues) == [
        "map-not-column", "map-not-row", "map-unknown-key",
    ]  # fmt: skip
    assert {str(issue.where) for issue in caught.value.issues} == {"kolommen.toml!lijst 1"}


@pytest.mark.parametrize("content", [b"[[lijst", b"\xff\xfe\x00", b"a = 1\na = 2"])
def test_what_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kolommen.toml"
    path.write_bytes(content)
    with pytest.raises(WorkbookError) as caught:
        read_map(path)
    assert caught.value.code == "map-unreadable"


def test_a_sheet_that_is_not_there_is_named(tmp_path: Path) -> None:
    source = write_overview(tmp_path / "bron.xlsx", THREE)
    wrong = SourceMap((replace(ListMap("Taken", 1, 9, 1)),))
    with pytest.raises(InvalidProblemError) as caught:
        import_overview(source, tmp_path / "uit.xlsx", wrong)
    (issue,) = caught.value.issues
    assert (issue.code, issue.facts["found"]) == ("map-unknown-sheet", "Taken")
    assert not (tmp_path / "uit.xlsx").exists()
