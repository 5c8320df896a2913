"""Advice on gaps: which way, whom to recruit, and remedies that have the effect they promise."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from factory import EVERYWHERE, person, problem, school, settings, task
from small_school import EXAMPLE, small_school

from models.advice import AdviceKind, Remedy, advice_on, gaps_of, is_only_technical
from models.explanation import FirmLimit, Reason, ReasonKind
from models.instance import build_instance
from models.plan import TaskKey
from models.problem import PersonCode, ProblemData, TaskNumber, UnitCode
from models.result import Result, SolveStatus
from models.verification import verify
from models.vocabulary import Cluster, Diploma, Role, TaskLevel
from optimizer.cli.main import main
from optimizer.construct.first_plan import first_plan
from optimizer.explain.advice import advise, trainings
from optimizer.explain.baseline import Baseline, checked_levels, counted_levels
from optimizer.explain.explain import find_reasons
from optimizer.explain.profiles import find_profiles
from optimizer.explain.remedies import Remedies, after_remedy
from optimizer.flows.checking import check_workbook
from optimizer.report.advice_text import advice_json, advice_lines, advice_word
from optimizer.report.document import Block, Bullets, Heading, Paragraph, Table, markdown
from optimizer.report.vacancy_text import vacancy_blocks
from optimizer.run.solve_options import SolveOptions
from optimizer.solver.solver import solve
from optimizer.workbook.write.edit import write_change

OPTIONS = SolveOptions(time_limit=1, deterministic=True)
MIXED = {"netwerk": 2, "sociaal": 2}
KEY = TaskKey(TaskNumber("T01"), UnitCode("S1"))


def reason(kind: ReasonKind = ReasonKind.PEOPLE_FULL, **facts: object) -> Reason:
    return Reason(KEY, kind, 5, 0, facts)


def ways(core: bool, required: dict[str, int], pct: int, why: Reason | None = None) -> set[str]:
    asked = task(core=core, required=required, outsource_pct=pct, rate=10)
    return set(advice_on(problem(tasks=[asked]), asked, why or reason()))


def test_strategic_work_that_is_not_technical_alone_asks_for_a_person() -> None:
    assert ways(True, MIXED, 100) == {AdviceKind.RECRUIT}
    assert ways(False, MIXED, 100) == {AdviceKind.OUTSOURCE}
    assert ways(True, {"netwerk": 2}, 100) == {AdviceKind.OUTSOURCE}
    assert ways(True, {"netwerk": 2}, 0) == {AdviceKind.RECRUIT}
    assert ways(False, MIXED, 0) == {AdviceKind.COLLEAGUES}


def test_a_firm_that_does_all_it_may_is_no_way() -> None:
    full = reason(ReasonKind.NO_ENVELOPE, firm=FirmLimit.SHARE)
    assert ways(False, MIXED, 50, full) == {AdviceKind.COLLEAGUES}


def test_one_level_short_asks_for_training_and_two_do_not() -> None:
    facts = {"nearest": PersonCode("P1"), "allowed": True, "firm": FirmLimit.NOT_OFFERED}
    kind = ReasonKind.NO_COMPETENT_PERSON
    near, far = {"short": {"netwerk": 1}}, {"short": {"netwerk": 2}}
    assert AdviceKind.TRAIN in ways(False, MIXED, 0, reason(kind, **facts, **near))
    assert AdviceKind.TRAIN not in ways(False, MIXED, 0, reason(kind, **facts, **far))
    barred = {**facts, "allowed": False}
    assert AdviceKind.TRAIN not in ways(False, MIXED, 0, reason(kind, **barred, **near))


def test_work_of_the_group_is_pointed_at_in_a_school_alone() -> None:
    asked = task(level=TaskLevel.GROUP)
    alone = problem(tasks=[asked])
    both = problem(schools=[school("S1"), school("S2")], tasks=[asked])
    assert AdviceKind.GROUP_LEVEL in advice_on(alone, asked, reason())
    assert AdviceKind.GROUP_LEVEL not in advice_on(both, asked, reason())


@pytest.mark.parametrize("kind", [ReasonKind.LATER, ReasonKind.MODE, ReasonKind.NOT_PROVEN])
def test_what_was_chosen_or_not_proven_asks_nothing(kind: ReasonKind) -> None:
    assert ways(True, MIXED, 100, reason(kind)) == set()


def test_a_task_that_asks_nothing_is_not_technical_alone() -> None:
    assert not is_only_technical(task())
    assert is_only_technical(task(required={"netwerk": 1}))


def gapped() -> ProblemData:
    """A school with a strategic gap, one for a firm, and one that a level more opens."""
    return problem(
        schools=[school(ict_points=10)],
        tasks=[
            task("T01", hours=8, core=True, required={"netwerk": 3, "sociaal": 3}),
            task("T02", hours=6, outsource_pct=100, rate=10, required={"hardware": 1}),
            task("T03", hours=4, required={"sociaal": 3}),
            task("T04", hours=4, cluster=Cluster.PEDAGOGICAL),
        ],
        persons=[person("P1", ict=10, levels={"netwerk": 1, "sociaal": 2})],
    )


def base_of(data: ProblemData) -> Baseline:
    instance = build_instance(data)
    start = first_plan(instance)
    assert start is not None
    return Baseline(instance, start, checked_levels(instance, start, ()), is_proven=False)


def reasons_of(base: Baseline) -> tuple[Reason, ...]:
    result = Result(SolveStatus.FEASIBLE, base.plan, base.levels)
    return find_reasons(base.instance, result, verify(base.instance.data, base.plan))


def rank(base: Baseline, remedy: Remedy) -> tuple[int, ...]:
    return tuple(remedy.promised[level] for level in counted_levels(base.instance))


def assert_kept(base: Baseline, remedy: Remedy) -> None:
    """The problem with the remedy, solved again from its plan, is worth no more than promised."""
    data = after_remedy(base.instance.data, remedy.change, remedy.hire)
    again = solve(build_instance(data), OPTIONS, remedy.plan)
    found = verify(data, again.plan)
    assert found.ok
    levels = counted_levels(base.instance)
    assert tuple(found.levels[level] for level in levels) <= rank(base, remedy)
    assert rank(base, remedy) < tuple(remedy.before[level] for level in levels)


def test_every_remedy_has_the_effect_it_promises() -> None:
    instance = build_instance(gapped())
    result = solve(instance, OPTIONS, first_plan(instance))
    base = Baseline.of(instance, result)
    found = advise(base, reasons_of(base), OPTIONS)
    assert {remedy.kind for remedy in found.remedies} == {
        AdviceKind.RECRUIT,
        AdviceKind.OUTSOURCE,
        AdviceKind.TRAIN,
    }
    for remedy in found.remedies:
        assert_kept(base, remedy)
    trained = [r for r in found.remedies if r.kind is AdviceKind.TRAIN]
    assert [r.gaps[0].task.task for r in trained] == ["T02", "T03"]
    assert all(r.exact for r in trained)
    lines = "\n".join(advice_lines(instance, found))
    assert "Risico’s van uitbesteden" in lines
    assert len(advice_json(instance, found)["remedies"]) == 4  # type: ignore[arg-type]


def test_work_left_undone_in_two_schools_may_be_done_once() -> None:
    data = problem(
        schools=[school("S1"), school("S2")],
        tasks=[task("T01", hours=8, minimum_pct=100)],
        persons=[person("P1", ict=8, home="CENTRAAL", reach=EVERYWHERE)],
        settings=settings(max_persons=1),
    )
    base = base_of(data)
    gaps = gaps_of(data, reasons_of(base))
    found = list(Remedies(base, gaps).all(()))
    assert len(gaps) == 2
    assert [each.kind for each in found] == [AdviceKind.GROUP_LEVEL]
    for remedy in found:
        assert_kept(base, remedy)


def test_a_profile_asks_the_most_of_its_tasks_and_takes_what_fits() -> None:
    base = base_of(gapped())
    (profile,) = find_profiles(base.instance, gaps_of(gapped(), reasons_of(base)))
    assert profile.role is Role.TECHNICAL_COORDINATOR
    assert profile.levels == {"netwerk": 3, "sociaal": 3}
    assert [gap.task.task for gap in profile.core] == ["T01"]
    assert [gap.task.task for gap in profile.others] == ["T03"]
    assert profile.hours == 12


@pytest.mark.parametrize(("hours", "posts"), [(4, [12, 4, 4]), (36, [120])])
def test_a_post_has_one_profile_unless_its_hours_carry_more(hours: int, posts: list[int]) -> None:
    """Three trades in some hours a week are three people; in full-time posts they are not."""
    trades = ("netwerk", "cybersecurity", "helpdesk")
    tasks = [
        task(f"T0{n}", hours=hours, core=True, required={trade: 3, "sociaal": 2})
        for n, trade in enumerate(trades, start=1)
    ]
    extra = [task("T04", hours=8 if hours == 4 else 12, core=True,
                  required={"netwerk": 3, "sociaal": 1})]  # fmt: skip
    data = problem(
        schools=[school(ict_points=10)], tasks=[*tasks, *extra], persons=[person("P1", ict=1)]
    )
    weeks = replace(data.settings, school_weeks=Decimal(4))
    data = replace(data, settings=weeks)
    base = base_of(data)
    found = find_profiles(base.instance, gaps_of(data, reasons_of(base)))
    assert [profile.hours for profile in found] == posts
    assert hours == 36 or all(
        sum(level >= 3 for level in profile.levels.values()) == 1 for profile in found
    )


def test_small_posts_of_several_schools_are_a_post_to_share() -> None:
    data = replace(gapped(), schools=(school("S1", ict_points=10), school("S2", ict_points=10)))
    base = base_of(data)
    profiles = find_profiles(base.instance, gaps_of(data, reasons_of(base)))
    small = [replace(profile, hours=3) for profile in profiles]
    assert len(small) == 2
    text = markdown(vacancy_blocks(base.instance, small, ()))
    assert "Eén gedeelde technisch ICT-coördinator voor" in text
    assert "samen 6 uur per week" in text


def test_trainings_that_open_most_come_first() -> None:
    base = base_of(gapped())
    found = trainings(base.instance, gaps_of(gapped(), reasons_of(base)))
    assert [(change.competence, change.level) for change, _ in found] == [
        ("hardware", 1),
        ("sociaal", 3),
    ]


def test_a_plan_without_gaps_gets_no_advice() -> None:
    data = problem(tasks=[task(hours=2)], persons=[person(ict=5)])
    base = base_of(data)
    found = advise(base, (), OPTIONS)
    assert (found.gaps, found.profiles, found.remedies) == ((), (), ())
    assert advice_word(()) is None


def assert_shown(base: Baseline, remedy: Remedy, data: ProblemData) -> None:
    """The plan of the remedy keeps all rules of the problem with it, and is worth the promise."""
    found = verify(after_remedy(data, None, remedy.hire), remedy.plan)
    levels = counted_levels(base.instance)
    assert found.ok
    assert tuple(found.levels[level] for level in levels) == rank(base, remedy)
    assert rank(base, remedy) < tuple(remedy.before[level] for level in levels)


def test_remedies_of_the_school_example_are_edits_with_the_effect_promised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("optimizer.explain.advice.MOST_TRAININGS", 1)
    checked = check_workbook(EXAMPLE)
    assert checked.data is not None
    base = base_of(checked.data)
    found = advise(base, reasons_of(base), SolveOptions(time_limit=0.2, deterministic=True))
    assert {AdviceKind.RECRUIT, AdviceKind.OUTSOURCE} <= {each.kind for each in found.remedies}
    for number, remedy in enumerate(found.remedies):
        assert remedy.change is not None
        target = tmp_path / f"{number}.xlsx"
        write_change(
            checked.raw, checked.data, remedy.change, target, lambda p: check_workbook(p).data
        )
        edited = check_workbook(target).data
        assert edited is not None
        assert_shown(base, remedy, edited)


def test_a_vacancy_states_hours_competences_and_known_points_alone() -> None:
    base = base_of(gapped())
    gaps = gaps_of(gapped(), reasons_of(base))
    profiles = find_profiles(base.instance, gaps)
    hires = list(Remedies(base, gaps).hires(profiles))
    text = markdown(vacancy_blocks(base.instance, profiles, hires))
    assert "12 uur per week" in text
    assert "netwerk: niveau 3" in text
    assert "| HSO | 36 | 12 |" in text
    assert "Nagerekend effect" in text


@pytest.mark.parametrize(("hours", "is_post"), [(4, True), (3, False)])
def test_a_post_that_is_too_small_is_listed(hours: int, is_post: bool) -> None:
    data = gapped()
    base = base_of(data)
    (profile, *_) = find_profiles(base.instance, gaps_of(data, reasons_of(base)))
    text = markdown(vacancy_blocks(base.instance, [replace(profile, hours=hours)], ()))
    assert ("Vacature:" in text) is is_post
    assert ("Te klein voor een eigen vacature" in text) is not is_post


@pytest.mark.parametrize(("weeks", "weekly"), [(4, "10.25"), (8, "5.25"), (41, "1")])
def test_a_post_is_counted_in_quarters_of_an_hour(weeks: int, weekly: str) -> None:
    data = gapped()
    base = base_of(data)
    (profile, *_) = find_profiles(base.instance, gaps_of(data, reasons_of(base)))
    year = replace(data.settings, school_weeks=Decimal(weeks))
    assert replace(profile, hours=41).weekly(year) == Decimal(weekly)


def test_a_price_that_is_unknown_stays_unknown() -> None:
    data = gapped()
    known = {Diploma.HSO: data.settings.post_prices[Diploma.HSO]}
    poor = replace(data, settings=replace(data.settings, post_prices=known))
    base = base_of(poor)
    profiles = find_profiles(base.instance, gaps_of(poor, reasons_of(base)))
    assert markdown(vacancy_blocks(base.instance, profiles, ())).count("niet ingevuld") == 4


def test_markdown_keeps_signs_in_names() -> None:
    text = markdown(
        [Heading("A*b"), Paragraph("x|y"), Bullets(("<b>",)), Table(("h",), (("1|2",),))]
    )
    assert "# A\\*b" in text
    assert "x\\|y" in text
    assert "- \\<b\\>" in text
    assert "| 1\\|2 |" in text


def test_the_vacancy_as_a_word_document(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    from optimizer.report.document_docx import docx_bytes

    path = tmp_path / "vacature.docx"
    blocks: list[Block] = [Heading("Titel"), Paragraph("Tekst"), Bullets(("een",))]
    blocks.append(Table(("h",), (("1",),)))
    path.write_bytes(docx_bytes(blocks))
    document = docx.Document(str(path))
    assert [each.text for each in document.paragraphs] == ["Titel", "Tekst", "een"]
    assert document.tables[0].rows[1].cells[0].text == "1"


def test_the_commands_need_no_plan_in_the_workbook(tmp_path: Path) -> None:
    path = small_school(tmp_path / "school.xlsx")
    runner, target = CliRunner(), tmp_path / "vacature.md"
    shown = runner.invoke(main, ["advies", str(path), "--tijd", "2"])
    assert shown.exit_code == 0, shown.output
    assert "A1" in shown.output
    none = runner.invoke(main, ["vacature", str(path), "-o", str(target), "--tijd", "2"])
    assert none.exit_code == 0, none.output
    assert "Geen vacature" in none.output
    assert not target.exists()


def test_a_vacancy_has_two_formats(tmp_path: Path) -> None:
    path = small_school(tmp_path / "school.xlsx")
    done = CliRunner().invoke(main, ["vacature", str(path), "-o", str(tmp_path / "v.pdf")])
    assert done.exit_code == 2
    assert ".docx of .md" in done.output
