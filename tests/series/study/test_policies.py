"""Policies: who gets how many points, and what a study makes of it."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from easy_books import minimal, save
from factory import person, problem, school
from pytest import MonkeyPatch
from series_work import Threads

from models.errors import InvalidProblemError
from models.problem import UnitCode
from models.vocabulary import EducationLevel
from optimizer.report.batch_text import describe_series
from optimizer.report.text import describe_issue
from optimizer.run.series_errors import SeriesError
from optimizer.series.study import simulate
from optimizer.series.study.factors.appointments import observed, with_points
from optimizer.series.study.job import problem as problem_of
from optimizer.series.study.job import units
from optimizer.series.study.policies.policy import Policy, SchoolFacts
from optimizer.series.study.policies.rules import AtLeast, Formula, Redistribution
from optimizer.series.study.study import Population, Scenario, Study, Workbooks
from optimizer.series.study.study_file import read_study

SIZES = (50, 100, 250, 600)
POINTS = (4, 10, 20, 66)


def facts() -> list[SchoolFacts]:
    return [
        SchoolFacts("", UnitCode(f"S{n}"), EducationLevel.PRIMARY, Decimal(pupils), Decimal(points))
        for n, (pupils, points) in enumerate(zip(SIZES, POINTS, strict=True))
    ]


def test_a_formula_counts_pupils_and_schools() -> None:
    weights = {EducationLevel.PRIMARY: Decimal(2)}
    rule = Formula(Decimal("0.1"), Decimal(3), Decimal(20), weights)
    assert list(rule(facts())) == [20, 23, 53, 123]


@pytest.mark.parametrize("minimum", [0, 5, 20, 25])
def test_a_total_is_shared_with_a_minimum_for_everybody(minimum: int) -> None:
    given = Redistribution(Formula(Decimal(1), minimum=Decimal(minimum)))(facts())
    assert abs(float(sum(given)) - 100) <= 0.02
    assert not [amount for amount in given if amount < minimum]
    above = [(g, s) for g, s in zip(given, SIZES, strict=True) if g > minimum]
    shares = [amount / size for amount, size in above]
    assert max(shares, default=Decimal(0)) - min(shares, default=Decimal(0)) < Decimal("0.001")


def test_a_lump_sum_gives_all_the_same() -> None:
    assert set(Redistribution(Formula(per_school=Decimal(1)))(facts())) == {Decimal(25)}
    more = Redistribution(Formula(per_school=Decimal(1)), total=Decimal("1.7"))(facts())
    assert sum(more) == 170


def test_a_minimum_that_cannot_be_paid_is_refused() -> None:
    with pytest.raises(ValueError, match="26"):
        Redistribution(Formula(Decimal(1), minimum=Decimal(26)))(facts())


def test_a_study_says_which_policy_cannot_be_followed(tmp_path: Path) -> None:
    rule = Redistribution(Formula(Decimal(1), minimum=Decimal(10_000)))
    study = Study(Population(2), policies=[Policy("te veel", rule)], levels=())
    with pytest.raises(SeriesError, match="te veel") as refusal:
        study.run(tmp_path / "uit")
    assert "te veel" in describe_series(refusal.value.code, refusal.value.facts)


def test_at_least_takes_from_nobody() -> None:
    assert list(AtLeast(Decimal(15))(facts())) == [15, 15, 20, 66]


def test_appointments_follow_the_points() -> None:
    data = problem(
        schools=[school("S1", ict_points=10), school("S2", ict_points=0), school("S3")],
        persons=[person("P1", ict=10), person("P2", home="S2", other=1),
                 person("P3", ict=4, home="S3")],
    )  # fmt: skip
    given = {UnitCode("S1"): Decimal(5), UnitCode("S2"): Decimal(6), UnitCode("S3"): Decimal(8)}
    found = with_points(data, given)
    assert [each.ict_points for each in found.schools] == [5, 6, None]
    hours = {str(p.code): p.ict_hours for p in found.persons}
    assert hours["P1"] == 5
    assert hours["P2"] == 0
    assert hours["S2+ict1"] == 6
    assert hours["P3"] == 8


def test_hours_that_were_observed_are_had() -> None:
    data = problem(
        schools=[school("S1", ict_points=10), school("S2", ict_points=8)],
        persons=[person("P1", ict=10), person("P2", ict=8, home="S2")],
    )
    found = observed(data, {UnitCode("S1"): Decimal(3)})
    assert [p.ict_hours for p in found.persons] == [3, 8]
    assert [s.ict_points for s in found.schools] == [3, 8]


def equal(schools: Sequence[SchoolFacts]) -> list[Decimal]:
    """A rule of one's own: the points that there are, the same for every school."""
    return [sum((s.points for s in schools), Decimal(0)) / len(schools)] * len(schools)


def test_a_function_decides_over_all_schools_of_a_replication() -> None:
    study = Study(Population(6, 2), {"pool_pct": [0, 50]}, policies=[Policy("gelijk", equal)],
                  replications=2)  # fmt: skip
    design = study.design()
    assert [point.name for point in design.points] == ["basis", "pool_pct=50", "gelijk"]
    points: dict[tuple[str, str], list[Decimal]] = {}
    for unit in units(design):
        replication, place, *_ = unit.key.split(" ")
        data = problem_of(unit.payload)
        name = design.points[int(place)].name
        found = [s.ict_points for s in data.schools if s.ict_points is not None]
        points.setdefault((replication, name), []).extend(found)
    for replication in ("1", "2"):
        before, after = points[replication, "basis"], points[replication, "gelijk"]
        assert len(after) == 6
        assert len({round(amount, 6) for amount in after}) == 1
        assert round(sum(after), 6) == round(sum(before), 6)
    assert points["1", "gelijk"][0] != points["2", "gelijk"][0]


FILE = """naam = "Beleid"
tijd = 2
niveaus = ["kern", "dekking"]
[populatie]
werkboeken = ["voor/*.xlsx"]
[[beleid]]
naam = "gelijk"
regel = "herverdeling"
per_school = 1
[[scenario]]
naam = "gelijk en meer werk"
beleid = "gelijk"
normen = 2
[[scenario]]
naam = "nieuwe boeken"
werkboeken = "na"
"""


def two_sets(folder: Path) -> Path:
    """Two sets of two workbooks with the same names; the second set has more points and hours."""
    for place, factor in (("voor", 1), ("na", 2)):
        (folder / place).mkdir(parents=True)
        for name, hours in (("a", 6), ("b", 12)):
            sheets = minimal()
            sheets["Scholen"][1][2] = 2 * hours * factor
            sheets["Personen"][1][4] = hours * factor
            sheets["Taken"][1][3] = 1500
            save(folder / place / f"{name}.xlsx", sheets)
    path = folder / "studie.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_a_file_and_the_class_give_the_same_table(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(simulate, "workers_for", lambda jobs, cluster: Threads())
    path = two_sets(tmp_path / "in")
    asked = read_study(path)
    by_file = asked.run(tmp_path / "uit")
    folder = tmp_path / "in"
    rule = Policy("gelijk", Redistribution(Formula(per_school=Decimal(1))))
    study = Study(
        Workbooks.matching(folder, ["voor/*.xlsx"]),
        name="Beleid",
        scenarios=[
            Scenario("gelijk en meer werk", {"normen": 2}, rule),
            Scenario("nieuwe boeken", workbooks=Workbooks.matching(folder / "na", ["*.xlsx"])),
        ],
        seconds=2.0,
        levels=asked.levels,
    )
    by_class = study.run()
    same = by_file.runs.drop(columns="seconds")
    pd.testing.assert_frame_equal(by_class.runs.drop(columns="seconds"), same)
    pd.testing.assert_frame_equal(by_class.summary, by_file.summary)
    pd.testing.assert_frame_equal(by_class.differences, by_file.differences)
    points = by_file.schools.pivot(index="workbook", columns="point", values="points")
    assert list(points["gelijk en meer werk"]) == [18, 18]
    assert list(points["nieuwe boeken"]) == [24, 48]
    covered = by_file.runs.set_index("point")["covered.all"].groupby("point").sum()
    assert covered["nieuwe boeken"] > 1.8 * covered["basis"]


def test_what_is_wrong_in_a_policy_is_told(tmp_path: Path) -> None:
    text = """naam = "x"
[populatie]
scholen = 2
[[beleid]]
naam = "a"
regel = "loterij"
[[beleid]]
naam = "b"
regel = "formule"
kleur = 1
[[scenario]]
naam = "c"
beleid = "weg"
[onzekerheid]
ict = {verdeling = "uniform", van = 1, tot = 2}
normen_T01 = {verdeling = "lognormaal"}
[gevoeligheid]
trekkingen = 6
invoer = {}
[[gewicht]]
niveau = "basis"
grootte = "reusachtig"
scholen = 5
[ijking]
bestand = "weg.csv"
"""
    path = tmp_path / "studie.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidProblemError) as refusal:
        read_study(path)
    told = [describe_issue(issue) for issue in refusal.value.issues]
    for part in ("‘loterij’", "‘kleur’", "‘per_leerling’ of ‘per_school’", "‘weg’", "‘ict’",
                 "‘spreiding_pct’", "macht van twee", "‘invoer’ vraagt", "‘reusachtig’",
                 "‘weg.csv’"):  # fmt: skip
        assert any(part in sentence for sentence in told), (part, told)
