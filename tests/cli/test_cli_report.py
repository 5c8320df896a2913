"""`taakverdeler verslag`: a page of the plan in the workbook, or of a new one."""

import sys
from pathlib import Path

import pytest
from command_line import run
from small_school import small_school

TIME = ("--tijd", "2", "--herhaalbaar")


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small school with its plan."""
    folder = tmp_path_factory.mktemp("verslag")
    target = folder / "plan.xlsx"
    assert run("optimaliseer", small_school(folder / "school.xlsx"), "-o", target, *TIME).code == 0
    return target


def test_the_plan_in_the_workbook_is_reported(planned: Path, tmp_path: Path) -> None:
    page, before = tmp_path / "verslag.html", planned.read_bytes()
    done = run("verslag", planned, "-o", page, *TIME)
    assert (done.code, done.out) == (0, f"{page} is gemaakt. Open het in een browser.\n")
    assert "het plan dat in het werkboek staat" in done.err
    text = page.read_text(encoding="utf-8")
    assert "Noor Voorbeeld" in text and "Kleine school De Els" in text and "plan.xlsx" in text
    # What stands there is this plan, not one before it; how it was made is not known.
    assert "vorige plan" not in text
    assert "Waarmee dit verslag gemaakt is" in text and "Waarmee dit plan gemaakt is" not in text
    assert planned.read_bytes() == before


def test_bounds_of_a_plan_that_stood_there_are_those_of_its_summary(
    planned: Path, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    def levels_of(source: Path, status: str) -> str:
        page = tmp_path / f"{source.stem}.html"
        assert run("verslag", source, "-o", page, *TIME).code == 0
        text = page.read_text(encoding="utf-8")
        assert f"Status: {status}" in text
        return text[text.index("de grens van toen het plan gemaakt werd") :].split("</table>")[0]

    assert "<td>toen het plan gemaakt werd</td>" in levels_of(planned, "bewezen optimaal")
    book = load_workbook(planned)
    for row in book["Samenvatting"].iter_rows():
        if str(row[0].value).startswith("doel ") and isinstance(row[1].value, int):
            row[1].value += 1
    book.save(tmp_path / "anders.xlsx")
    text = levels_of(tmp_path / "anders.xlsx", "goed plan, niet alles bewezen")
    rows = text.partition("</caption>")[2]
    assert rows and "toen het plan gemaakt werd" not in rows


def test_without_a_plan_one_is_made(tmp_path: Path) -> None:
    page = tmp_path / "verslag.html"
    done = run("verslag", small_school(tmp_path / "school.xlsx"), "-o", page, *TIME)
    assert done.code == 0
    assert "er is een nieuw gemaakt" in done.err
    assert "bewezen optimaal" in page.read_text(encoding="utf-8")


def test_a_plan_that_breaks_a_rule_is_not_reported_as_one(planned: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(planned)
    book["Personen"]["F4"] = 1
    book.save(tmp_path / "minder.xlsx")
    done = run("verslag", tmp_path / "minder.xlsx", "-o", tmp_path / "v.html", *TIME)
    assert done.code == 0
    assert "er is een nieuw gemaakt" in done.err


def test_a_new_plan_can_be_asked_for(planned: Path, tmp_path: Path) -> None:
    page = tmp_path / "verslag.html"
    done = run("verslag", planned, "-o", page, "--opnieuw", *TIME)
    assert (done.code, done.err) == (0, "")
    assert "bewezen, gegeven het vorige plan" in page.read_text(encoding="utf-8")


def test_curves_are_on_the_page_when_asked_for(planned: Path, tmp_path: Path) -> None:
    page = tmp_path / "verslag.html"
    assert run("verslag", planned, "-o", page, "--curven", *TIME).code == 0
    text = page.read_text(encoding="utf-8")
    assert 'id="figuur-verlies"' in text and 'id="figuur-budget"' in text


def test_nothing_is_written_over_a_file(planned: Path, tmp_path: Path) -> None:
    page = tmp_path / "verslag.html"
    page.write_text("van iemand anders")
    done = run("verslag", planned, "-o", page, *TIME)
    assert done.code == 2
    assert "bestaat al" in done.err
    assert page.read_text() == "van iemand anders"


def test_a_workbook_with_errors_gives_no_page(tmp_path: Path) -> None:
    def broken(book: object) -> None:
        book["Personen"]["F4"] = "veel"  # type: ignore[index]

    page = tmp_path / "verslag.html"
    done = run("verslag", small_school(tmp_path / "fout.xlsx", broken), "-o", page, *TIME)
    assert done.code == 3
    assert "Personen!F4" in done.err
    assert not page.exists()


def test_a_library_that_is_missing_is_named(
    planned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = sys.modules["optimizer.cli.report"]
    monkeypatch.setattr(module, "find_spec", lambda name: None if name == "matplotlib" else name)
    page = tmp_path / "verslag.html"
    done = run("verslag", planned, "-o", page, *TIME)
    assert done.code == 1
    assert "ontbreekt matplotlib" in done.err and "taakverdeler[report]" in done.err
    assert not page.exists()
