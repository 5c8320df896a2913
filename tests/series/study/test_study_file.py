"""Study files: what they mean, and that everything wrong in one is told at once, in Dutch."""

from decimal import Decimal
from pathlib import Path

import pytest

from models.errors import InvalidProblemError, WorkbookError
from models.settings import Level
from optimizer.report.text import describe_issue, describe_workbook_error
from optimizer.series.study.design import BASELINE, Design, sources
from optimizer.series.study.distributions import Distribution, Shape
from optimizer.series.study.norms import NOISE
from optimizer.series.study.points import MOST_POINTS
from optimizer.series.study.population.flanders import Population
from optimizer.series.study.population.workbooks import Workbooks
from optimizer.series.study.study_file import MOST_BYTES, read_study

FLAT = {"pool_pct": 0, "vloer_pedagogisch": 25}
"""What drawn schools have by themselves."""
LEAST = 'naam = "x"\n[populatie]\nscholen = 4\ngroepen = 2\n'


def study(folder: Path, text: str) -> Design:
    path = folder / "studie.toml"
    path.write_text(text, encoding="utf-8")
    return read_study(path).design()


def refusals(folder: Path, text: str) -> list[str]:
    with pytest.raises(InvalidProblemError) as refusal:
        study(folder, text)
    return [describe_issue(issue) for issue in refusal.value.issues]


def test_the_shortest_study_is_the_baseline_alone(tmp_path: Path) -> None:
    found = study(tmp_path, LEAST)
    assert found.population == Population(4, 2)
    assert [point.name for point in found.points] == [BASELINE]
    assert (found.replications, found.seed, found.deterministic) == (1, 1, True)
    assert found.levels == ()


def test_all_that_can_be_asked(tmp_path: Path) -> None:
    top = "zaad = 7\nherhalingen = 3\ntijd = 2.5\ndeterministisch = false\nnormruis_pct = 10\n"
    found = study(tmp_path, f'{top}niveaus = ["Dekking", "kern"]\n{LEAST}')
    assert (found.seed, found.replications, found.seconds) == (7, 3, 2.5)
    assert not found.deterministic
    assert found.norms == {NOISE: Distribution(Shape.LOGNORMAL, 10)}
    assert found.levels == (Level.COVERAGE, Level.CORE)


def test_a_grid_is_a_product_without_what_is_the_baseline(tmp_path: Path) -> None:
    grid = (
        "[basis]\nvloer_pedagogisch = 25\n[raster]\nict = [1, 1.7]\nvloer_pedagogisch = [25, 0]\n"
    )
    found = study(tmp_path, LEAST + grid)
    assert [point.name for point in found.points] == [
        BASELINE, "vloer_pedagogisch=0", "ict=1.7", "vloer_pedagogisch=0 ict=1.7",
    ]  # fmt: skip
    assert found.points[3].values == {"ict": Decimal("1.7"), **FLAT, "vloer_pedagogisch": 0}


def test_scenarios_stand_on_the_baseline(tmp_path: Path) -> None:
    text = f"""{LEAST}
[basis]
ict = 2
[[scenario]]
naam = "vertrek"
vertrek_pct = 30
aanstellingen_te_beslissen = true
"""
    point = study(tmp_path, text).points[1]
    assert point.name == "vertrek"
    asked = {"ict": 2, "vertrek_pct": 30, "aanstellingen_te_beslissen": 1}
    assert point.values == {**FLAT, **asked}


def test_schools_that_do_not_pool_are_planned_apart(tmp_path: Path) -> None:
    found = study(tmp_path, LEAST + "[raster]\npool_pct = [0, 50]\n")
    runs = [(key.point, key.block, source) for key, source in sources(found)]
    assert runs == [
        (0, "G0001", (1,)), (0, "G0001", (2,)), (1, "G0001", (1, 2)),
        (0, "G0002", (3,)), (0, "G0002", (4,)), (1, "G0002", (3, 4)),
    ]  # fmt: skip


def test_workbooks_are_found_from_the_folder_of_the_file(tmp_path: Path) -> None:
    for name in ("b.xlsx", "a.xlsx", "~$a.xlsx", "c.txt"):
        (tmp_path / name).touch()
    text = 'naam = "x"\n[populatie]\nwerkboeken = ["*.xlsx", "a.xlsx"]\n'
    found = study(tmp_path, text)
    assert isinstance(found.population, Workbooks)
    assert found.population.names == ("a.xlsx", "b.xlsx")
    assert [source for _, source in sources(found)] == ["a.xlsx", "b.xlsx"]


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = """zaad = 1.5
herhalingen = 0
tijd = "lang"
deterministisch = "ja"
niveaus = ["kern", "kernn"]
kleur = 1
[populatie]
scholen = 4
[basis]
ict = true
[raster]
bpt = []
normen = [1, "veel", 11]
[[scenario]]
naam = "basis"
pool_pct = 50
"""
    told = refusals(tmp_path, text)
    for part in (
        "‘naam’ ontbreekt", "‘kleur’ is hier geen bekende naam", "‘zaad’ staat ‘1,5’",
        "‘herhalingen’ staat ‘0’", "‘tijd’ staat ‘lang’", "‘deterministisch’ staat ‘ja’",
        "‘kernn’", "studie.toml!basis: bij ‘ict’ staat ‘True’", "‘bpt’ hoort een lijst",
        "‘normen’ staat ‘veel’", "‘normen’ staat ‘11’", "‘basis’ is geen eigen naam",
        "‘pool_pct’ boven 0 vraagt scholengroepen",
    ):  # fmt: skip
        assert any(part in sentence for sentence in told), (part, told)
    assert len(told) == 13


@pytest.mark.parametrize(
    "population",
    ["", "groepen = 2", 'scholen = 3\nwerkboeken = ["*"]', 'groepen = 1\nwerkboeken = ["*"]'],
)
def test_a_population_is_schools_or_workbooks(tmp_path: Path, population: str) -> None:
    (told,) = refusals(tmp_path, f'naam = "x"\n[populatie]\n{population}\n')
    assert "óf ‘scholen’" in told


@pytest.mark.parametrize("pattern", ["geen/*.xlsx", "", "/etc/*"])
def test_patterns_that_match_nothing_are_told(tmp_path: Path, pattern: str) -> None:
    told = refusals(tmp_path, f'naam = "x"\n[populatie]\nwerkboeken = ["{pattern}"]\n')
    assert [f"‘{pattern}’" in sentence for sentence in told] == [True]


def test_more_groups_than_schools_and_too_large_a_grid(tmp_path: Path) -> None:
    values = ", ".join(str(value / 1000) for value in range(1, MOST_POINTS + 2))
    text = f'naam = "x"\n[populatie]\nscholen = 2\ngroepen = 3\n[raster]\nict = [{values}]\n'
    told = refusals(tmp_path, text)
    assert len(told) == 2
    assert f"{MOST_POINTS + 1} punten" in told[1]


@pytest.mark.parametrize("content", [b"naam = ", b"\xff\xfe", b"naam = 1\nnaam = 2"])
def test_what_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    with pytest.raises(WorkbookError) as refusal:
        read_study(path)
    assert "kan niet gelezen worden" in describe_workbook_error(refusal.value)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    with pytest.raises(WorkbookError, match="too-large"):
        read_study(path)


@pytest.mark.parametrize("wrong", ["basis = 1", "raster = [1]", "scenario = 3", "populatie = 2"])
def test_what_must_be_a_table_is_told(tmp_path: Path, wrong: str) -> None:
    text = f'naam = "x"\n{wrong}\n'
    if not wrong.startswith("populatie"):
        text += "[populatie]\nscholen = 1\n"
    key = wrong.split()[0]
    assert any(f"‘{key}’" in sentence for sentence in refusals(tmp_path, text))


@pytest.mark.parametrize(
    ("name", "points"), [("digisprong.toml", 8), ("digisprong_klein.toml", 12)]
)
def test_the_studies_of_the_repository_can_be_read(name: str, points: int) -> None:
    found = read_study(Path(__file__).parents[3] / "inputs" / "studies" / name).design()
    assert isinstance(found.population, Population)
    assert found.points[0].values == {"ict": 1, "vloer_pedagogisch": 25, "pool_pct": 0}
    assert len(found.points) == points
    assert len({tuple(sorted(point.values.items())) for point in found.points}) == points


@pytest.mark.parametrize(
    ("name", "schools"), [("digisprong.toml", 90), ("digisprong_beleid.toml", 300)]
)
def test_the_published_studies_are_large_enough(name: str, schools: int) -> None:
    found = read_study(Path(__file__).parents[3] / "inputs" / "studies" / name)
    assert isinstance(found.population, Population)
    assert found.population.schools * found.replications >= schools
