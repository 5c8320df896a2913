"""Roles: who does which work, as the sheet of roles says it, from the cells to the plan."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from brute_force import best_levels
from easy_books import Sheets, found, minimal, parse
from factory import deviation, key, person, plan, plan_row, problem, school, settings, task

from models.changes import DeviationAdded
from models.instance import build_instance
from models.problem import Deviation, PersonCode, PlanRow, ProblemData, RoleProfile, Task
from models.settings import Level, QualityWeights
from models.validation import validate
from models.verification import verify
from models.vocabulary import Cluster, DeviationKind, Role, RoleWord
from models.why import BarrierKind
from optimizer.construct.greedy import greedy_plan
from optimizer.explain.after import instance_after
from optimizer.explain.barriers import barriers
from optimizer.flows.pipeline import make_plan
from optimizer.report.why_text import describe_barrier
from optimizer.report.wording import Wording
from optimizer.run.solve_options import SolveOptions

OPTIONS = SolveOptions(time_limit=5, deterministic=True)
TECH, PED = Cluster.TECHNICAL, Cluster.PEDAGOGICAL
HEADER: list[object] = [
    "rol", "technisch", "pedagogisch-didactisch", "beleid & visie", "administratief", "max taken",
    "netwerk", "helpdesk",
]  # fmt: skip


def book(*rows: list[object], level: object = None) -> Sheets:
    """The smallest workbook with a sheet of roles; its one person has this level of netwerk."""
    sheets = minimal()
    sheets["Rollen"] = [HEADER, *rows]
    sheets["Personen"][1][-1] = level
    return sheets


TICT: list[object] = ["TICT", "eigen", "liever niet", "", "NOOIT", 4, 3, 2]


def test_words_limits_and_levels_are_read(tmp_path: Path) -> None:
    data, issues = parse(tmp_path, book(TICT))
    assert found(issues) == []
    profile = data.roles[Role.TECHNICAL_COORDINATOR]
    assert [profile.words[each] for each in Cluster] == [
        RoleWord.OWN, RoleWord.RATHER_NOT, RoleWord.CAN, RoleWord.NEVER,
    ]  # fmt: skip
    assert (profile.max_tasks, dict(profile.levels)) == (4, {"netwerk": 3, "helpdesk": 2})
    assert str(data.where("role", Role.TECHNICAL_COORDINATOR, Cluster.PEDAGOGICAL)) == "Rollen!C2"


@pytest.mark.parametrize(("own", "level"), [(None, 3), (0, 0), (4, 4)])
def test_an_own_level_goes_before_that_of_the_role(tmp_path: Path, own: object, level: int) -> None:
    data, _ = parse(tmp_path, book(TICT, level=own))
    assert data.persons[0].levels == {"netwerk": level, "helpdesk": 2}


def test_a_workbook_without_the_sheet_is_as_it_was(tmp_path: Path) -> None:
    data, issues = parse(tmp_path, minimal())
    assert (data.roles, found(issues)) == ({}, [])


def test_other_words_for_a_role_are_understood(tmp_path: Path) -> None:
    data, issues = parse(tmp_path, book(["directeur", "nooit"], ["secretariaat", "liever niet"]))
    assert found(issues) == []
    assert set(data.roles) == {Role.DIRECTOR, Role.ADMINISTRATION}


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (["TICT", "soms"], "unknown-choice", "Rollen!B2"),
        (["tovenaar", "kan"], "unknown-choice", "Rollen!A2"),
        (["TICT", "kan", None, None, None, 0], "out-of-range", "Rollen!F2"),
        (["TICT", "kan", None, None, None, None, 5], "out-of-range", "Rollen!G2"),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(
    tmp_path: Path, row: list[object], code: str, cell: str
) -> None:
    data, issues = parse(tmp_path, book(row, level=2))
    assert (code, cell) in found((*issues, *validate(data)))


@pytest.mark.parametrize("again", ["TICT", "technisch coördinator"])
def test_a_role_stands_there_once(tmp_path: Path, again: str) -> None:
    data, _ = parse(tmp_path, book(TICT, [again, "kan"], level=2))
    assert ("duplicate-code", "Rollen!A3") in found(validate(data))


def test_the_word_ict_names_the_four_of_the_team(tmp_path: Path) -> None:
    sheets = minimal()
    sheets["Taken"] = [
        [*sheets["Taken"][0], "wie", "bij voorkeur"],
        [*sheets["Taken"][1], "ICT; directie", "ict, secretariaat"],
    ]
    data, issues = parse(tmp_path, sheets)
    team = {
        Role.TECHNICAL_COORDINATOR, Role.PEDAGOGICAL_COORDINATOR, Role.HEAD, Role.SUPPORT,
    }  # fmt: skip
    assert found(issues) == []
    assert data.tasks[0].roles == team | {Role.DIRECTOR}
    assert data.tasks[0].preferred == team | {Role.ADMINISTRATION}


def words(**of: RoleWord) -> dict[Role, RoleProfile]:
    """What the technical cluster is to some roles, by their value."""
    return {Role(role): RoleProfile({TECH: word}) for role, word in of.items()}


NEVER = words(teacher=RoleWord.NEVER)


def staffed(
    work: Task, *rows: Deviation | PlanRow, roles: dict[Role, RoleProfile] = NEVER
) -> ProblemData:
    """A teacher with hours, and a task."""
    return problem(
        persons=[person(ict=20, role=Role.TEACHER), person("P2", role=Role.DIGICOACH)],
        tasks=[work],
        roles=roles,
        deviations=[row for row in rows if isinstance(row, Deviation)],
        previous=[row for row in rows if isinstance(row, PlanRow)],
    )


def hours_of(data: ProblemData) -> int:
    return sum(make_plan(data, OPTIONS).plan.covered().values())


PINS: list[Deviation | PlanRow] = [
    deviation(DeviationKind.PIN, task="T01", person="P1"),
    deviation(DeviationKind.LEAD, task="T01", person="P1"),
    plan_row(hours=10, pinned=True),
]


@pytest.mark.parametrize(
    ("data", "hours"),
    [
        (staffed(task(hours=10)), 0),
        (staffed(task(hours=10, cluster=PED)), 10),
        (staffed(task(hours=10, roles=[Role.TEACHER])), 10),
        (staffed(task(hours=10), roles=words(teacher=RoleWord.RATHER_NOT)), 10),
        *((staffed(task(hours=10), row), 10) for row in PINS),
    ],
)
def test_never_is_a_rule_but_for_a_list_and_a_pin(data: ProblemData, hours: int) -> None:
    assert hours_of(data) == hours
    assert verify(data, greedy_plan(build_instance(data))).levels is not None


def test_a_pinned_back_up_may_not_work() -> None:
    back = deviation(DeviationKind.BACKUP, task="T01", person="P1")
    instance = build_instance(staffed(task(hours=10), back))
    assert instance.watchers[key("T01@S1")] == ("P1", "P2")
    assert (key("T01@S1"), "P1") not in instance.payers


def test_why_not_names_the_word_of_the_role_and_its_cell(tmp_path: Path) -> None:
    data, _ = parse(tmp_path, book(["TICT", "nooit"], level=3))
    instance = build_instance(data)
    (barrier,) = barriers(instance, instance.tasks[0].key, PersonCode("P1"))
    assert (barrier.kind, str(barrier.where)) == (BarrierKind.ROLE_NEVER, "Rollen!B2")
    told = describe_barrier(Wording(instance), barrier)
    assert told == "Rollen!B2: voor de rol TICT staat bij technisch ‘nooit’"


def test_a_name_that_is_asked_about_goes_before_the_role_too() -> None:
    before = build_instance(staffed(task(hours=10)))
    row = deviation(DeviationKind.PIN, task="T01", unit="S1", person="P1")
    after = instance_after(before, [DeviationAdded(row)])
    assert (key("T01@S1"), "P1") in after.payers


ONLY_ROLE = replace(
    QualityWeights(), fit=0, wish=0, outsourcing=0, travel=0, fragmentation=0, stability=0, role=1
)


@pytest.mark.parametrize(
    ("word", "preferred", "cost"),
    [
        (RoleWord.OWN, (), 0),
        (RoleWord.CAN, (), 1),
        (RoleWord.RATHER_NOT, (), 4),
        (RoleWord.OWN, [Role.DIRECTOR], 4),
        (RoleWord.OWN, [Role.TEACHER], 0),
        (RoleWord.RATHER_NOT, [Role.TEACHER, Role.HEAD], 1),
        (None, (), 1),
        (None, [Role.HEAD], 4),
    ],
)
def test_a_grain_costs_what_the_role_says(
    word: RoleWord | None, preferred: Iterable[Role], cost: int
) -> None:
    roles = {} if word is None else words(teacher=word)
    data = staffed(task(hours=10, preferred=preferred, needs_backup=True), roles=roles)
    data = replace(data, settings=settings(quality=ONLY_ROLE))
    work = plan({"T01@S1 P1 ict@S1": 10}, leads={"T01@S1": "P1"})
    assert verify(data, work).levels[Level.QUALITY] == 10 * cost
    # A back-up counts as one grain: the other role may do the task, or is not preferred.
    backed = replace(work, backups={key("T01@S1"): (PersonCode("P2"),)})
    other = 4 if preferred else 1
    assert verify(data, backed).levels[Level.QUALITY] == 10 * cost + other


def test_a_firm_costs_what_a_colleague_does_who_may_do_the_task() -> None:
    data = replace(
        staffed(task(hours=10, outsource_pct=100, rate=1)),
        schools=(school(operating_euro=100),),
        settings=settings(quality=ONLY_ROLE),
    )
    bought = plan(leads={"T01@S1": "P2"}, outsourced={"T01@S1 operating@S1": 10})
    assert verify(data, bought).levels[Level.QUALITY] == 10


def test_own_people_go_before_a_firm() -> None:
    data = replace(
        staffed(task(hours=10, outsource_pct=100, rate=1), roles={}),
        schools=(school(operating_euro=100),),
    )
    assert make_plan(data, OPTIONS).plan.outsourced == {}


@pytest.mark.parametrize("seed", range(8))
def test_the_solver_finds_the_best_of_all_plans(seed: int) -> None:
    found = list(RoleWord)
    data = problem(
        persons=[
            person("P1", role=Role.TEACHER, ict=3),
            person("P2", role=Role.DIRECTOR, ict=1 + seed % 3),
        ],
        tasks=[
            task("T1", hours=2, needs_backup=True, preferred=[Role.TEACHER] if seed % 2 else ()),
            task("T2", hours=3, cluster=PED, max_persons=2),
            task("T3", hours=1, cluster=PED, roles=[Role.DIRECTOR] if seed > 4 else ()),
        ],
        roles={
            Role.TEACHER: RoleProfile({TECH: found[seed % 4], PED: found[(seed + 1) % 4]}, 2),
            Role.DIRECTOR: RoleProfile({TECH: found[(seed + 2) % 4]}, None if seed % 3 else 1),
        },
    )
    reached = {each.level: each.value for each in make_plan(data, OPTIONS).result.levels}
    expected = best_levels(data)
    assert {level: reached[level] for level in expected} == expected
