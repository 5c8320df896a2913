"""What a board reads first: hours in words, clusters, and the gaps that matter most."""

from factory import person, problem, school, settings, task
from two_schools import OPTIONS, group, table

from models.vocabulary import Cluster, Priority
from optimizer.explain.answer import Answer, Row
from optimizer.flows.pipeline import make_plan
from optimizer.report.tables.board import MOST_GAPS
from optimizer.report.tables.summary import BOARD, MADE_OF, PROOF


def short_of_hours(tasks: int = 8) -> Answer:
    """One person of 10 hours, and tasks that ask far more; the last one is a core task."""
    listed = [
        task(f"T{n}", hours=8 + n, title=f"Werk {n}", core=n == tasks,
             priority=Priority.OPTIONAL if n == 1 else Priority.DESIRED)
        for n in range(1, tasks + 1)
    ]  # fmt: skip
    data = problem(
        persons=[person(name="Ona", ict=10)], tasks=listed, settings=settings(minimum_pct=50)
    )
    return make_plan(data, OPTIONS)


def by_item(answer: Answer) -> dict[str, Row]:
    return {str(row["item"]): row for row in table(answer, "summary")}


def test_the_board_comes_first_and_the_proof_below_it() -> None:
    items = [row["item"] for row in table(group(), "summary")]
    assert items[:4] == [BOARD, "uren nodig", "uren beschikbaar", "uren gepland"]
    assert items.index("dekking technisch") < items.index("hiaat 1") < items.index(PROOF)
    assert items.index(PROOF) < items.index("status") < items.index(MADE_OF)


def test_hours_needed_available_and_planned() -> None:
    answer = short_of_hours()
    rows = by_item(answer)
    asked = sum(8 + n for n in range(1, 9))
    assert rows["uren nodig"]["value"] == asked
    assert rows["uren beschikbaar"]["value"] == 10
    assert rows["uren beschikbaar"]["remark"] == "Uren per schooljaar van de mensen samen."
    done = rows["uren gepland"]
    assert done["value"] == 10
    assert done["remark"] == f"10,0 % van wat nodig is; {asked - 10} uur blijft liggen."


def test_points_are_told_to_pay_fewer_hours_to_a_dearer_diploma() -> None:
    data = problem(
        schools=[school(ict_points=1)],
        persons=[person(name="Ona", ict=36)],
        tasks=[task("T1", hours=8)],
        settings=settings(),
    )
    remark = str(by_item(make_plan(data, OPTIONS))["uren beschikbaar"]["remark"])
    assert "voor zover de middelen ze betalen. Punten zijn hier gerekend aan" in remark
    assert "Punten" not in str(by_item(group())["uren beschikbaar"]["remark"])


def test_work_of_firms_and_the_road_are_told_apart() -> None:
    remark = str(by_item(group())["uren gepland"]["remark"])
    assert "4 uur hiervan doet een externe firma." in remark
    assert "uur reistijd bij." in remark


def test_a_cluster_nobody_asks_anything_of_is_no_line() -> None:
    rows = by_item(group())
    assert "dekking pedagogisch-didactisch" in rows
    assert "dekking administratief" not in rows


def test_the_five_gaps_that_weigh_most_with_what_would_help() -> None:
    answer = short_of_hours()
    gaps = [row for name, row in by_item(answer).items() if name.startswith("hiaat ")]
    assert len(gaps) == MOST_GAPS < len(answer.reasons)
    missing = {reason.task.task: reason.demand - reason.covered for reason in answer.reasons}
    core = [task for task in missing if answer.task_list[task].core]
    rest = sorted((task for task in missing if task not in core), key=lambda task: -missing[task])
    expected = [*core, *rest][:MOST_GAPS]
    assert [str(row["remark"]).split(" ")[0] for row in gaps] == expected
    for row, number in zip(gaps, expected, strict=True):
        assert row["value"] == missing[number]
        title = answer.task_list[number].title
        assert str(row["remark"]).startswith(f"{number} ({title}): {missing[number]} van ")
        hint = str(row["remark"]).partition(". Wat kan helpen: ")[2]
        assert hint and hint[0] == hint[0].lower()


def test_a_gap_at_several_schools_is_one_line() -> None:
    rows = by_item(group())
    told = [str(row["remark"]).split(" ")[0] for item, row in rows.items() if "hiaat" in item]
    assert len(told) == len(set(told))


def test_nothing_left_undone_has_no_gaps() -> None:
    data = problem(persons=[person(ict=10)], tasks=[task(hours=4, cluster=Cluster.POLICY)])
    rows = by_item(make_plan(data, OPTIONS))
    assert not [item for item in rows if item.startswith("hiaat")]
    assert rows["uren gepland"]["remark"] == "100,0 % van wat nodig is; 0 uur blijft liggen."
