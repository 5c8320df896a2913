"""The workbook without names: the same problem, and no name anywhere in the file."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from command_line import run
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from package_files import parts_of
from small_school import EXAMPLE, Value, put, small_school
from task_columns import BESIDE, LETTERS, task_cell

from models.errors import WorkbookError
from models.problem import ProblemData
from models.settings import Settings
from optimizer.cli.exits import Exit
from optimizer.flows.pipeline import anonymise_workbook
from optimizer.workbook.read import aliases
from optimizer.workbook.read.aliases import anonymise, make_aliases
from optimizer.workbook.read.columns import ColumnKind
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import read_workbook
from optimizer.workbook.read.setting_cells import setting_value
from optimizer.workbook.template.setting_rows import SETTING_ROWS, SettingRow
from optimizer.workbook.write import anonymous

NAMES = (
    "Noor", "Bram", "Denkbeeld", "Lies", "Verzonnen", "Els", "Quintens", "Roggebroek", "Zonnedael",
    "Maanhoeve", "Ypersele", "Vlinderhof",
)  # fmt: skip
"""Words of which none may be left."""


def personal(book: Workbook) -> None:
    """Names wherever a workbook can hold one."""
    book.properties.creator = book.properties.lastModifiedBy = "Quintens"
    book.properties.title = "Plan van Quintens"
    book["Personen"]["B4"].comment = Comment("praat met Roggebroek", "Quintens")
    book["Personen"]["A4"] = "QUINTENS"
    book["Personen"]["AF3"], book["Personen"]["AF4"] = "kent Zonnedael", 3
    header = book["Personen"].oddHeader
    assert header is not None
    header.center.text = "Quintens"
    book["Taken"]["C6"] = "Toestellen van Roggebroek klaarmaken"
    book["Taken"][task_cell("explanation", 6)] = "vraag Quintens"
    book["Taken"]["L6"] = "hardware:2; kent Zonnedael:2"
    book["Taken"][f"{BESIDE[0]}3"], book["Taken"][f"{BESIDE[0]}5"] = "eigen kolom", "bel Quintens"
    book["Scholen"]["P4"] = "Zonnedael"
    _settings(book)
    deviation: dict[str, Value] = {"A": "T1", "B": "S1", "C": "Quintens", "D": "voorkeur", "E": 2}
    put(book, "Uitzonderingen", 4, deviation | {"F": "Roggebroek"})
    put(book, "Verdeling", 2, {"A": "T1", "D": "S1", "E": "QUINTENS", "G": "verantwoordelijke",
                               "H": "ICT S1", "I": 40, "K": "x"})  # fmt: skip
    put(book, "Verdeling", 3, {"A": "T9", "D": "Maanhoeve", "E": "Ypersele", "G": "uitvoerder",
                               "H": "ICT Maanhoeve", "I": 8})  # fmt: skip
    hidden = book.create_sheet("Klas van Vlinderhof")
    hidden["A1"] = "Ypersele"
    hidden.sheet_state = "veryHidden"
    book.defined_names["Vlinderhof"] = DefinedName("Vlinderhof", attr_text="Taken!$A$1")


def _settings(book: Workbook) -> None:
    sheet = book["Instellingen"]
    values: dict[str, Value] = {
        "schooljaar": "het jaar van Quintens", "zone_centraal": "Zonnedael", "korrel": 2,
        "modus": "technische kern", "leerling_toegelaten": "nee", "punten_bachelor": 82.5,
        "niveaus": "kern, dekking", "vloer_beleid": 12.5, "gewicht_stabiliteit": 0,
    }  # fmt: skip
    for row in range(4, sheet.max_row + 1):
        key = str(sheet[f"A{row}"].value)
        if key in values:
            sheet[f"B{row}"] = values[key]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_school(tmp_path_factory.mktemp("bron") / "school van Quintens.xlsx", personal)


def problem(path: Path) -> ProblemData:
    """What a workbook states, without the cells in which it stands."""
    data, issues = parse_workbook(read_workbook(path))
    assert data is not None, issues
    return replace(
        data,
        sources={},
        deviations=tuple(replace(each, where=None) for each in data.deviations),
        previous=tuple(replace(each, where=None) for each in data.previous),
    )


def test_no_name_is_left_anywhere_in_the_file(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "onderzoek.xlsx"
    before = source.read_bytes()
    done = run("anonimiseer", source, "-o", target)
    assert done.code == Exit.DONE, done.text
    parts = parts_of(target.read_bytes())
    text = " ".join([*parts, *(content.decode("utf-8", "replace") for content in parts.values())])
    assert [name for name in NAMES if re.search(rf"\b{name}\b", text, re.IGNORECASE)] == []
    assert source.read_bytes() == before
    assert "3 personen, 1 school." in done.out
    assert "4 taken, 1 competentie." in done.out
    assert "1 eigen blad," in done.out


def test_it_states_the_same_problem(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "onderzoek.xlsx"
    anonymise_workbook(source, target)
    data, written = problem(source), problem(target)
    coded = anonymise(data, make_aliases(data))
    assert written == replace(
        coded,
        settings=replace(data.settings, school_year="2026-2027", central_zone="Z01"),
        year=replace(coded.year, rows=written.year.rows),
    )
    settings = problem(target).settings
    assert (settings.grain, settings.learners_allowed, settings.quality.stability) == (2, False, 0)
    assert [str(level) for level in settings.levels] == ["core", "coverage"]


def test_codes_follow_the_rows_and_point_at_the_same_records(source: Path) -> None:
    data = problem(source)
    found = anonymise(data, make_aliases(data))
    assert [(p.code, p.name, p.home) for p in found.persons] == [
        ("M01", "Persoon M01", "S01"), ("M02", "Persoon M02", "S01"), ("M03", "Persoon M03", "S01"),
    ]  # fmt: skip
    assert [school.zone for school in found.schools] == ["Z01"]
    assert [task.number for task in found.tasks] == ["X01", "X02", "X03", "X04"]
    assert found.tasks[1].title == "Eigen taak X02"
    assert found.tasks[1].required == {"hardware": 2, "eigen competentie 01": 2}
    assert found.persons[0].levels["eigen competentie 01"] == 3
    (deviation,) = found.deviations
    assert (deviation.task, deviation.unit, deviation.person) == ("X01", "S01", "M01")
    known, gone = found.previous
    assert (known.task, known.unit, known.person, known.owner) == ("X01", "S01", "M01", "S01")
    assert (gone.task, gone.unit, gone.person, gone.owner) == ("X05", "S02", "M04", "S02")


def test_packaged_tasks_and_competences_keep_their_names(tmp_path: Path) -> None:
    target = tmp_path / "onderzoek.xlsx"
    done = anonymise_workbook(EXAMPLE, target)
    assert (done.persons, done.tasks, done.competences, done.sheets) == (10, 0, 0, 0)
    before, after = problem(EXAMPLE), problem(target)
    assert after.tasks == before.tasks
    assert after.competences == before.competences
    book = load_workbook(target)
    assert book.properties.creator == "taakverdeler"
    remarks = [cell.value for cell in book["Uitzonderingen"]["F"][3:]]
    assert not any(remarks)
    assert "Tarief: voorbeeld." not in str(
        [cell.value for cell in book["Taken"][LETTERS["explanation"]]]
    )


def test_a_workbook_with_errors_is_refused(tmp_path: Path) -> None:
    source = small_school(tmp_path / "stuk.xlsx", lambda book: book["Personen"].delete_cols(1))
    target = tmp_path / "onderzoek.xlsx"
    assert run("anonimiseer", source, "-o", target).code == Exit.INVALID
    assert not target.exists()


def test_an_existing_file_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "onderzoek.xlsx"
    target.write_bytes(b"van mij")
    assert run("anonimiseer", EXAMPLE, "-o", target).code == Exit.USAGE
    assert target.read_bytes() == b"van mij"


def test_a_name_that_would_be_left_stops_the_writing(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(data: ProblemData, codes: aliases.Aliases) -> ProblemData:
        found = anonymise(data, codes)
        first = replace(found.persons[0], name="iemand van Zonnedael")
        return replace(found, persons=(first, *found.persons[1:]))

    monkeypatch.setattr(anonymous, "anonymise", forgetful)
    with pytest.raises(WorkbookError) as refused:
        anonymise_workbook(source, tmp_path / "onderzoek.xlsx")
    assert refused.value.code == "name-left"
    assert refused.value.facts["found"] == 1
    assert "zonnedael" not in str(refused.value).lower()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("row", SETTING_ROWS, ids=lambda row: row.key)
def test_a_default_setting_shows_its_default(row: SettingRow) -> None:
    shown = setting_value(row, Settings(school_year="2026-2027"))
    text = "" if shown is None else str(shown)
    is_number = row.kind not in (ColumnKind.TEXT, ColumnKind.CHOICE)
    assert (text.replace(".", ",") if is_number else text) == row.default
