"""The files of a study for other programs: international CSV, Stata, the codebook, the citation."""

import re
from collections.abc import Callable
from configparser import ConfigParser
from pathlib import Path

import pandas as pd
import pytest

from benchmarks.invented_runs import write_journal
from optimizer.report.study.csv_files import LONGEST_NAME, CsvForm, english
from optimizer.report.study.words import header
from optimizer.series.runner import Counts
from optimizer.series.study.distributions import Distribution, Shape
from optimizer.series.study.factors.registry import FACTORS
from optimizer.series.study.outcome import StudyResult
from optimizer.series.study.population import published
from optimizer.series.study.publish import write_study
from optimizer.series.study.results.columns import run_columns, school_columns
from optimizer.series.study.results.store import fill_store
from optimizer.series.study.study import Population, Stratum, Study
from optimizer.series.study.summary.summary import summarise

ROOT = Path(__file__).parents[3]
TABLES = (
    "resultaten", "scholen", "samenvatting", "verschillen", "verdeling", "winnaars", "gewichten",
    "getrokken", "bewijs",
)  # fmt: skip


@pytest.fixture(scope="module", params=list(CsvForm))
def written(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, CsvForm]:
    folder = tmp_path_factory.mktemp("bestanden")
    design = Study(
        Population(6, 2), {"ict": [1, 2]}, replications=3, half_width=1.0,
        baseline={name: 1 for name in FACTORS if name.startswith("normen")},
        norms={"normen_T01": Distribution(Shape.LOGNORMAL, 10)},
        strata=(Stratum("basis", None, 100), Stratum("secundair", None, 50)),
    ).design()  # fmt: skip
    write_journal(folder / "j.jsonl", design)
    store = fill_store(design, folder / "j.jsonl", folder)
    done = StudyResult(design, folder, store, summarise(design, store), {}, Counts())
    write_study(done, request.param)
    return folder, request.param


def read(folder: Path, name: str, form: CsvForm) -> pd.DataFrame:
    if form is CsvForm.INTERNATIONAL:
        return pd.read_csv(folder / f"{name}.csv")
    return pd.read_csv(folder / f"{name}.csv", sep=";", decimal=",", encoding="utf-8-sig")


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_in_the_codebook(written: tuple[Path, CsvForm], name: str) -> None:
    folder, form = written
    table, book = read(folder, name, form), read(folder, "codeboek", form)
    assert len(table)
    known = book["column" if form is CsvForm.INTERNATIONAL else "kolom"]
    assert set(table) <= set(known)
    assert not book.isna().any(axis=None)
    assert len(set(known)) == len(known)


@pytest.mark.parametrize("name", TABLES)
def test_stata_takes_the_international_form(
    written: tuple[Path, CsvForm], name: str, tmp_path: Path
) -> None:
    folder, form = written
    if form is not CsvForm.INTERNATIONAL:
        return
    table = read(folder, name, form)
    for column in table:
        assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", str(column)), column
        assert len(str(column)) <= LONGEST_NAME
    empty = [column for column in table if table[column].isna().all()]
    table.drop(columns=empty).to_stata(tmp_path / "t.dta", write_index=False, version=118)
    again = pd.read_stata(tmp_path / "t.dta")
    assert list(again) == [column for column in table if column not in empty]
    assert len(again) == len(table)


@pytest.mark.parametrize("name_of", [header, english])
def test_no_two_columns_have_one_name(name_of: Callable[[str], str]) -> None:
    kinds = run_columns(Study(Population(2)).design())
    for keys in (kinds, school_columns()):
        assert len({name_of(key) for key in keys}) == len(keys)


def test_every_published_figure_has_a_title_and_says_when_it_has_no_address() -> None:
    figures = [
        *published.WEEKLY_HOURS.values(), *published.NUM_SCHOOLS.values(),
        published.MEAN_PUPILS_PRIMARY, published.MEAN_PUPILS_SECONDARY,
        published.DEVICES_PER_100_PRIMARY, published.DEVICES_PER_100_SECONDARY,
    ]  # fmt: skip
    for figure in figures:
        assert len(figure.source.title) > 20
        assert figure.source.address.startswith("http") or "geen adres" in figure.source.title


def test_the_citation_is_of_this_version() -> None:
    text = (ROOT / "CITATION.cff").read_text("utf-8")
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    version = setup["metadata"]["version"]
    assert f"\nversion: {version}\n" in text
