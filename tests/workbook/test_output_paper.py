"""What LibreOffice prints of our sheets: all columns of a row on one page, in letters to read."""

import re
import subprocess
from pathlib import Path

import pytest
from command_line import run
from machine import needs
from office import converted
from small_school import small_school

LEAST_POINTS = 6.0
"""Height of a line that can be read at arm's length, in points."""
_WORD = re.compile(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)<')


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, float]]:
    """The words of every page of a plan, each with the height of its line in points."""
    needs("soffice", "pdftotext")
    folder = tmp_path_factory.mktemp("papier")
    plan = folder / "plan.xlsx"
    assert run("optimaliseer", small_school(folder / "school.xlsx"), "-o", plan).code == 0
    (pdf,) = converted("pdf", [plan], folder)
    return [_words(page) for page in _boxes(pdf).split("<page ")[1:]]


def _boxes(pdf: Path) -> str:
    target = pdf.with_suffix(".html")
    subprocess.run(["pdftotext", "-bbox", str(pdf), str(target)], check=True)
    return target.read_text(encoding="utf-8")


def _words(page: str) -> dict[str, float]:
    return {word: float(bottom) - float(top) for top, bottom, word in _WORD.findall(page)}


def sheet(pages: list[dict[str, float]], *words: str) -> list[dict[str, float]]:
    """The pages with all these words among their headers."""
    return [page for page in pages if page.keys() >= {*words}]


def test_who_does_a_task_stands_beside_the_task(pages: list[dict[str, float]]) -> None:
    (page,) = sheet(pages, "onderdeel", "gevraagd", "eenheid")
    assert "wie" in page and "Noor" in page


def test_per_person_is_one_page_wide_and_can_be_read(pages: list[dict[str, float]]) -> None:
    (page,) = sheet(pages, "thuisschool", "verantwoordelijk")
    assert "back-up" in page
    assert page["Voorbeeld"] >= LEAST_POINTS
