"""The settings sheet: defaults, types, limits, misspelt keys."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from easy_books import SETTINGS_HEADER, found, minimal, parse

from models.issues import Issue
from models.settings import Level, Settings
from models.vocabulary import Cluster, Diploma, Mode, Priority
from optimizer.workbook.template.setting_rows import SETTING_ROWS


def settings(folder: Path, **rows: object) -> tuple[Settings, tuple[Issue, ...]]:
    sheets = minimal()
    sheets["Instellingen"] = [SETTINGS_HEADER, *([key, value] for key, value in rows.items())]
    data, issues = parse(folder, sheets)
    return data.settings, issues


def test_absent_rows_take_the_stated_defaults(tmp_path: Path) -> None:
    assert settings(tmp_path) == (Settings(school_year="2026-2027"), ())


def test_empty_cells_take_the_stated_defaults(tmp_path: Path) -> None:
    rows = {setting.key: None for setting in SETTING_ROWS}
    assert settings(tmp_path, **rows) == (Settings(school_year="2026-2027"), ())


def test_the_template_defaults_are_the_defaults(tmp_path: Path) -> None:
    rows = {setting.key: setting.default for setting in SETTING_ROWS}
    assert settings(tmp_path, **rows) == (Settings(school_year="2026-2027"), ())


def test_each_kind_of_value(tmp_path: Path) -> None:
    read, issues = settings(
        tmp_path,
        korrel=2,
        bpt_uur="0,75",
        minimum_pct="50 %",
        leerling_toegelaten="nee",
        modus="Technische kern + beleid",
        niveaus="dekking; kern",
        punten_bachelor=78.5,
        vloer_beleid=5,
        gewicht_optioneel=0,
        gewicht_stabiliteit=7,
        zone_centraal="Z1",
    )
    assert issues == ()
    assert (read.grain, read.bpt_hour, read.minimum_pct) == (2, Decimal("0.75"), Decimal(50))
    assert read.learners_allowed is False
    assert read.mode is Mode.TECHNICAL_CORE_AND_POLICY
    assert read.levels == (Level.COVERAGE, Level.CORE)
    assert read.post_prices == {Diploma.HSO: 63, Diploma.BACHELOR: Decimal("78.5")}
    assert read.floors[Cluster.POLICY] == 5
    assert read.priority_weights[Priority.OPTIONAL] == 0
    assert (read.quality.stability, read.central_zone) == (7, "Z1")


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("korrel", 0, "setting-out-of-range"),
        ("korrel", 101, "setting-out-of-range"),
        ("korrel", 2.5, "not-whole"),
        ("weken_school", 54, "setting-out-of-range"),
        ("minimum_pct", 101, "setting-out-of-range"),
        ("punten_HSO", 0, "setting-out-of-range"),
        ("tijdslimiet", "lang", "not-a-number"),
        ("leerling_toegelaten", "soms", "unknown-choice"),
        ("modus", "half", "unknown-choice"),
        ("niveaus", "kern, onzin", "unknown-choice"),
        ("niveaus", "kern, dekking, Kern", "level-twice"),
        ("schooljaar", "=1+1", "formula-without-value"),
    ],
)
def test_wrong_values_are_reported_and_defaulted(
    tmp_path: Path, key: str, value: object, code: str
) -> None:
    read, issues = settings(tmp_path, **{key: value})
    assert found(issues) == [(code, "Instellingen!B2")]
    assert read == Settings(school_year="2026-2027")


@pytest.mark.parametrize(
    ("key", "value", "hour"),
    [
        ("bpt_regel", "lesuur", Fraction(5, 6)),
        ("bpt_regel", "Post 36/22", Fraction(36, 22)),
        ("bpt_regel", 0.9, Fraction(9, 10)),
        ("bpt_regel", None, Fraction(5, 6)),
        ("bpt_uur", 0.833, Fraction(833, 1000)),
    ],
)
def test_a_teaching_hour_is_read_as_the_school_reads_it(
    tmp_path: Path, key: str, value: object, hour: Fraction
) -> None:
    read, issues = settings(tmp_path, **{key: value})
    assert issues == ()
    assert read.bpt_hour == hour


@pytest.mark.parametrize(
    ("value", "code"), [(3, "setting-out-of-range"), ("post 36/23", "unknown-choice")]
)
def test_another_reading_of_a_teaching_hour_is_an_error(
    tmp_path: Path, value: object, code: str
) -> None:
    assert found(settings(tmp_path, bpt_regel=value)[1]) == [(code, "Instellingen!B2")]


@pytest.mark.parametrize(("key", "value"), [("korrel", 1), ("korrel", 100), ("weken_school", 53)])
def test_limits_are_inclusive(tmp_path: Path, key: str, value: object) -> None:
    assert settings(tmp_path, **{key: value})[1] == ()


def test_misspelt_key_warns_and_an_unknown_one_does_not(tmp_path: Path) -> None:
    _, issues = settings(tmp_path, korel=2, mijn_notitie="hallo")
    assert found(issues) == [("near-miss-setting", "Instellingen!A2")]
    assert issues[0].facts["expected"] == "korrel"


def test_duplicate_key_is_an_error(tmp_path: Path) -> None:
    _, issues = settings(tmp_path, korrel=2, Korrel=3)
    assert found(issues) == [("duplicate-setting", "Instellingen!A3")]


def test_sources_by_key_and_by_path(tmp_path: Path) -> None:
    sheets = minimal()
    sheets["Instellingen"].append(["punten_bachelor", 70])
    data, _ = parse(tmp_path, sheets)
    assert str(data.where("setting", "punten_bachelor")) == "Instellingen!B2"
    assert str(data.where("setting", "post_prices.bachelor")) == "Instellingen!B2"


def test_the_order_that_an_earlier_template_wrote_out_is_the_default_of_today(
    tmp_path: Path,
) -> None:
    order = "kern, balans, dekking, continuiteit, eerlijkheid, kwaliteit, eenduidig"
    read, issues = settings(tmp_path, niveaus=order)
    assert read.levels == tuple(Level)
    assert found(issues) == [("former-order", "Instellingen!B2")]


def test_any_other_order_without_spread_is_somebodys_choice(tmp_path: Path) -> None:
    order = "kern, balans, dekking, continuiteit, eerlijkheid, kwaliteit"
    read, issues = settings(tmp_path, niveaus=order)
    assert Level.SPREAD not in read.levels
    assert issues == ()
