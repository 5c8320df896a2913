"""The points in a study file: values, the axes of the grid, scenarios, policies."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from models.issues import error
from models.vocabulary import EducationLevel
from optimizer.series.study.factors.registry import FACTORS, SWITCHES, find_factor
from optimizer.series.study.file_parts.table import StudyTable
from optimizer.series.study.policies.policy import Policy, Rule
from optimizer.series.study.policies.rules import AtLeast, Formula, Redistribution
from optimizer.series.study.population.workbooks import Workbooks
from optimizer.series.study.scenario import Scenario
from optimizer.workbook import labels

_NAME, _POLICY, _WORKBOOKS = "naam", "beleid", "werkboeken"
_FORMULA, _REDISTRIBUTION, _MINIMUM = "formule", "herverdeling", "minimum"
RULES: Mapping[str, str] = {each: each for each in (_FORMULA, _REDISTRIBUTION, _MINIMUM)}
"""The rules of a policy, by their word."""
_MOST_POINTS, _MOST_TIMES = Decimal(10_000), Decimal(10)


def read_values(table: StudyTable, *others: str) -> dict[str, Decimal]:
    """The factors that a table sets; `changed` knows which values change nothing."""
    table.check_keys((*others, *_factors(table)))
    found = {
        name: _value(table, name, value)
        for name, value in table.values.items()
        if find_factor(name) is not None
    }
    return {name: value for name, value in found.items() if value is not None}


def read_axes(table: StudyTable) -> dict[str, list[Decimal]]:
    """The values of every axis of the grid."""
    table.check_keys(_factors(table))
    axes = {n: table.entries(n) for n in table.values if find_factor(n) is not None}
    found = {name: [_value(table, name, each) for each in axis] for name, axis in axes.items()}
    return {name: [v for v in values if v is not None] for name, values in found.items()}


def _factors(table: StudyTable) -> tuple[str, ...]:
    """The names of factors that a table may have, those of single tasks among them."""
    return (*FACTORS, *(name for name in table.values if find_factor(name) is not None))


def _value(table: StudyTable, name: str, found: object) -> Decimal | None:
    factor = find_factor(name)
    if name in SWITCHES or factor is None:
        return Decimal(table.switch(name, found))
    return table.checked(name, found, factor.least, factor.most)


def read_scenarios(
    top: StudyTable, folder: Path, policies: Mapping[str, Policy]
) -> tuple[Scenario, ...]:
    """The named points."""
    return tuple(_scenario(row, folder, policies) for row in top.inners("scenario"))


def _scenario(row: StudyTable, folder: Path, policies: Mapping[str, Policy]) -> Scenario:
    row.require(_NAME)
    policy = policies.get(row.text(_POLICY))
    if _POLICY in row and policy is None:
        row.issues.append(
            error("map-not-word", row.where,
                  key=_POLICY, found=row.text(_POLICY), expected=tuple(policies))
        )  # fmt: skip
    values = read_values(row, _NAME, _POLICY, _WORKBOOKS)
    return Scenario(row.text(_NAME).strip(), values, policy, _others(row, folder))


def _others(row: StudyTable, folder: Path) -> Workbooks | None:
    """Another set of workbooks: those of a folder, with the names of the population."""
    if _WORKBOOKS not in row:
        return None
    named = row.text(_WORKBOOKS)
    found = Workbooks.matching(folder / named, ["**/*"]) if named else Workbooks(folder, ())
    if not found.names:
        row.issues.append(error("study-no-workbooks", row.where, found=named))
    return found


def read_policies(top: StudyTable) -> dict[str, Policy]:
    """The policies by name."""
    found = [_policy(row) for row in top.inners(_POLICY)]
    return {policy.name: policy for policy in found if policy is not None}


def _policy(row: StudyTable) -> Policy | None:
    keys = ("per_leerling", "per_school", "minimum", "totaal", "gewichten")
    row.check_keys((_NAME, "regel", *keys))
    row.require(_NAME, "regel")
    rule = row.word("regel", RULES)
    return None if rule is None else Policy(row.text(_NAME).strip(), _rule(row, rule))


def _rule(row: StudyTable, rule: str) -> Rule:
    minimum = row.number("minimum", Decimal(0), Decimal(0), _MOST_POINTS)
    if rule == _MINIMUM:
        row.require("minimum")
        return AtLeast(minimum)
    formula = Formula(
        per_pupil=row.number("per_leerling", Decimal(0), Decimal(0), _MOST_POINTS),
        per_school=row.number("per_school", Decimal(0), Decimal(0), _MOST_POINTS),
        minimum=minimum,
        weights=_weights(row.inner("gewichten")),
    )
    if not (formula.per_pupil or formula.per_school):
        row.issues.append(error("study-no-formula", row.where))
    if rule == _FORMULA:
        return formula
    return Redistribution(formula, row.number("totaal", Decimal(1), Decimal("0.01"), _MOST_TIMES))


def _weights(table: StudyTable) -> dict[EducationLevel, Decimal]:
    """How much a pupil weighs, per level."""
    words = {word: level for level, word in labels.EDUCATION_LEVELS.items()}
    table.check_keys(tuple(words))
    return {
        level: table.number(word, Decimal(1), Decimal(0), _MOST_TIMES)
        for word, level in words.items()
        if word in table
    }
