"""The command: what it prints, what it refuses, and that the source is never touched."""

import hashlib
from pathlib import Path

import pytest
from command_line import run
from openpyxl import Workbook, load_workbook
from overviews import with_bands
from small_overview import THREE, write_overview

from optimizer.cli.exits import Exit
from optimizer.importing.importer import MOST_TASKS
from optimizer.workbook.template.template import write_template


def digest(path: Path) -> str:
    """The hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_overview(tmp_path / "bron.xlsx", THREE)


def test_an_import_tells_what_was_found_and_what_to_do(tmp_path: Path, source: Path) -> None:
    before, target = digest(source), tmp_path / "uit.xlsx"
    told = run("import", source, "-o", target)
    assert (told.code, told.err) == (Exit.DONE, "")
    first, second = told.out.splitlines()
    assert first == f"{target} is gemaakt uit {source}: 3 taken (2 kerntaken), 2 mensen."
    points = load_workbook(target)["Nakijken"].max_row - 3
    assert second.startswith(f"Op het blad ‘Nakijken’ staan {points} punten.")
    assert second.endswith(f"taakverdeler controleer {target}")
    assert digest(source) == before
    assert sorted(tmp_path.iterdir()) == [source, target]


def test_the_result_only_asks_what_the_user_knows(tmp_path: Path, source: Path) -> None:
    target = tmp_path / "uit.xlsx"
    run("import", source, "-o", target)
    told = run("check", target)
    assert told.code == Exit.INVALID
    errors = [line for line in told.out.splitlines() if line.startswith("FOUT")]
    assert len(errors) == 1
    assert errors[0].startswith("FOUT  Personen!F4: niemand heeft uren")


def test_columns_are_kept_and_used(tmp_path: Path) -> None:
    source, kept = with_bands(tmp_path / "bron.xlsx"), tmp_path / "kolommen.toml"
    told = run("import", source, "-o", tmp_path / "een.xlsx", "--bewaar-kolommen", kept)
    assert f"Hoe het overzicht gelezen is, staat in {kept}." in told.out
    again = run("import", source, "-o", tmp_path / "twee.xlsx", "--kolommen", kept)
    assert (told.code, again.code) == (Exit.DONE, Exit.DONE)
    one, two = (load_workbook(tmp_path / f"{each}.xlsx")["Taken"] for each in ("een", "twee"))
    assert [[c.value for c in row] for row in one] == [[c.value for c in row] for row in two]


def test_nothing_is_overwritten(tmp_path: Path, source: Path) -> None:
    other = tmp_path / "er_staat_iets.xlsx"
    other.write_bytes(b"van iemand")
    for arguments in (
        ("-o", source),
        ("-o", other),
        ("-o", tmp_path / "uit.xlsx", "--bewaar-kolommen", other),
        ("-o", tmp_path / "uit.xlsx", "--bewaar-kolommen", source),
    ):
        before = digest(source)
        refused = run("import", source, *arguments)
        assert refused.code == Exit.USAGE
        assert "bestaat al" in refused.err
        assert (digest(source), other.read_bytes()) == (before, b"van iemand")
    assert sorted(tmp_path.iterdir()) == [source, other]


def test_wrong_use(tmp_path: Path, source: Path) -> None:
    target = tmp_path / "uit.xlsx"
    assert run("import", source).code == Exit.USAGE
    assert run("import", tmp_path / "weg.xlsx", "-o", target).code == Exit.USAGE
    assert run("import", source, "-o", target, "--kolommen", tmp_path / "weg.toml").code == 2
    assert run("import", source, "-o", tmp_path / "weg" / "uit.xlsx").code == Exit.INTERNAL
    assert not target.exists()


def empty(path: Path) -> None:
    Workbook().save(path)


def inventory(path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(("Toestel", "Serienummer", "Lokaal"))
    for number in range(20):
        sheet.append((f"HP {number}", number, "A1"))
    book.save(path)


def register(path: Path) -> None:
    book = Workbook()
    for row in (("Taak",), *((f"Ticket {n}: printer",) for n in range(MOST_TASKS + 1))):
        book.worksheets[0].append(row)
    book.save(path)


def no_workbook(path: Path) -> None:
    path.write_text("Taak;Wie\nFirewall;Lien\n", encoding="utf-8")


def truncated(path: Path) -> None:
    with_bands(path)
    path.write_bytes(path.read_bytes()[:2000])


def own_workbook(path: Path) -> None:
    write_template(path, "school")


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (empty, "zijn geen taken gevonden. De bladen zijn: Sheet."),
        (inventory, "zijn geen taken gevonden"),
        (register, "staan 2001 taken; dat is geen takenoverzicht"),
        (no_workbook, "geen Excel-werkmap"),
        (truncated, "bron.xlsx"),
        (own_workbook, "is al een werkboek van taakverdeler"),
    ],
)
def test_unsuitable_files_are_refused_with_the_reason(
    tmp_path: Path, make: object, word: str
) -> None:
    source = tmp_path / "bron.xlsx"
    assert callable(make)
    make(source)
    before = digest(source)
    refused = run("import", source, "-o", tmp_path / "uit.xlsx")
    assert (refused.code, refused.out) == (Exit.INVALID, "")
    assert word in refused.err
    assert "Traceback" not in refused.err
    assert digest(source) == before
    assert list(tmp_path.iterdir()) == [source]


def test_mistakes_in_the_columns_are_all_printed(tmp_path: Path, source: Path) -> None:
    columns = tmp_path / "kolommen.toml"
    columns.write_text('[[lijst]]\nblad = "Blad"\nvan = "a"\ntot = 9\ntaak = 1\n', "utf-8")
    refused = run("import", source, "-o", tmp_path / "uit.xlsx", "--kolommen", columns)
    assert refused.code == Exit.INVALID
    assert refused.err.splitlines() == [
        "FOUT  kolommen.toml!lijst 1: bij ‘van’ hoort een rijnummer.",
        'FOUT  kolommen.toml!lijst 1: bij ‘taak’ staat ‘1’; verwacht wordt een kolom, zoals "B".',
        "2 fouten, 0 waarschuwingen.",
    ]
    columns.write_text("[[lijst", "utf-8")
    refused = run("import", source, "-o", tmp_path / "uit.xlsx", "--kolommen", columns)
    assert refused.code == Exit.INVALID
    assert refused.err.startswith(f"Het bestand met kolommen {columns} kan niet gelezen worden.")
