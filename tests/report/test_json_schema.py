"""The JSON of a run fits the published schema, and the schema and its page say all of it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from easy_books import minimal, save
from jsonschema import Draft202012Validator

from models.explanation import ReasonKind
from models.result import Opinion
from models.settings import Level, Settings
from optimizer.flows.pipeline import optimize_workbook
from optimizer.report.json_result import result_json
from optimizer.report.json_text import SCHEMA_VERSION, dumps
from optimizer.run.solve_options import SolveOptions
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.template.input_sheets import SCHOOLS, TASKS
from optimizer.workbook.template.output_sheets import OUTPUT_SHEETS
from optimizer.workbook.template.year_sheet import YEAR

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA: dict[str, Any] = json.loads((DOCS / "optimize.schema.json").read_text(encoding="utf-8"))
FIRM_COLUMNS = ["uitbesteden %", "tarief", "back-up nodig", "van toepassing"]


def options(_settings: Settings) -> SolveOptions:
    return SolveOptions(time_limit=5, deterministic=True, second_opinion=True)


@pytest.fixture
def document(tmp_path: Path) -> dict[str, Any]:
    """The JSON of a plan with own work, a firm, back-ups, gaps, a task put off and a warning."""
    book = minimal()
    book["Scholen"] = [
        ["code", "naam", "ICT-punten", "werkingsmiddelen"],
        ["S1", "De Linde", 40, 500],
    ]
    book["Personen"].append(["P2", "Ona Verzonnen", "S1", "leraar", 0, 2])
    book["Taken"] = [
        [*book["Taken"][0], *FIRM_COLUMNS],
        ["T1", "technisch", "Netwerk bewaken", 40, "netwerk:2", 0, None, "ja", "ja"],
        ["T2", "technisch", "Kabels trekken", 8, "netwerk:2", 100, 50, "nee", "ja"],
        ["T3", "technisch", "Servers ontwerpen", 8, "netwerk:4", 0, None, "nee", "ja"],
        ["T4", "technisch", "Camera's hangen", 8, None, 0, None, "nee", "later"],
    ]
    book["Uitzonderingen"].append(["T2", None, "P1", "nooit", None, None])
    book["Jaar"] = [["soort", "naam"], ["maand", "september"]]
    source = save(tmp_path / "boek.xlsx", book)
    done = optimize_workbook(source, tmp_path / "plan.xlsx", options)
    written: dict[str, Any] = json.loads(dumps(result_json(done.answer, done.issues, done.written)))
    return written


def test_a_result_fits_the_schema(document: dict[str, Any]) -> None:
    errors = [error.message for error in Draft202012Validator(SCHEMA).iter_errors(document)]
    assert errors == []


def test_the_case_shows_every_kind_of_entry(document: dict[str, Any]) -> None:
    lists = {**document["plan"], **document["tables"], "reasons": document["reasons"]}
    assert [name for name, entries in lists.items() if not entries] == []
    assert {reason["kind"] for reason in document["reasons"]} == {"no_competent_person", "later"}
    assert {level["opinion"] for level in document["levels"]} == {"confirmed", None}
    assert {issue["code"] for issue in document["issues"]} >= {"person-without-hours"}


@pytest.mark.parametrize("change", [{"status": "perfect"}, {"extra": 1}, {"schema": 2}])
def test_the_schema_refuses_what_is_not_a_result(
    document: dict[str, Any], change: dict[str, Any]
) -> None:
    assert not Draft202012Validator(SCHEMA).is_valid({**document, **change})


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["schema"] == {
        "const": SCHEMA_VERSION,
        "description": "Version of this document's shape.",
    }


@pytest.mark.parametrize("sheet", OUTPUT_SHEETS, ids=lambda sheet: sheet.key)
def test_the_schema_knows_every_column(sheet: Sheet) -> None:
    row = SCHEMA["properties"]["tables"]["properties"][sheet.key]["items"]
    assert list(row["properties"]) == [column.key for column in sheet.columns]


def test_the_schema_knows_results_levels_and_reasons() -> None:
    properties = SCHEMA["properties"]
    opinions = properties["levels"]["items"]["properties"]["opinion"]["enum"]
    assert opinions == [*Opinion, None]
    for sheet, key in ((TASKS, "number"), (SCHOOLS, "code"), (YEAR, "code")):
        results = properties["tables"]["properties"][sheet.key]["items"]["properties"]
        assert list(results) == [key, *sheet.result_keys]
    assert properties["levels"]["items"]["properties"]["level"]["enum"] == list(Level)
    assert properties["reasons"]["items"]["properties"]["kind"]["enum"] == list(ReasonKind)


def _keys(schema: dict[str, Any]) -> set[str]:
    """Every key of the documents that a schema describes, the columns of tables aside."""
    found: set[str] = set()
    for key, part in schema.get("properties", {}).items():
        found.add(key)
        if key != "tables":
            found |= _keys(part) | _keys(part.get("items", {}))
    return found


def test_the_page_names_every_key() -> None:
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_0-9]+)`", page))
    keys = _keys(SCHEMA) | _keys(SCHEMA["$defs"]["issue"])
    assert keys - named == set()
