"""Overviews full of pictures, charts and sums: tasks, clusters and core flags come out right."""

from pathlib import Path

import pytest
from foreign_overviews import FOREIGN_OVERVIEWS
from overview_truth import TRUTHS
from small_overview import Rows, found_in, imported

LIST: Rows = (
    ("nr", "taak", "K", "wie"),
    (1, "Firewall beheren", "K", "Lien"),
    (2, "Printers onderhouden", None, "Wout"),
    (3, "Servers onderhouden", "K", "Lien"),
)


@pytest.mark.parametrize("make", FOREIGN_OVERVIEWS.values(), ids=FOREIGN_OVERVIEWS)
def test_every_task_has_its_cluster_and_core_flag(make: object, tmp_path: Path) -> None:
    assert callable(make)
    result = found_in(make(tmp_path / "bron.xlsx"))
    assert {title: (t.cluster, t.core) for title, t in result.tasks.items()} == {
        truth.title: (truth.cluster, truth.core) for truth in TRUTHS
    }
    assert len(result.names) == 4


def core_of(result_rows: Rows, folder: Path) -> tuple[set[str], list[str]]:
    result = imported(folder, result_rows)
    return {task.title for task in result.data.tasks if task.core}, result.names


@pytest.mark.parametrize("legend", ["K = kerntaak", "K: kerntaken"])
def test_a_sign_that_the_legend_calls_core_marks_core_tasks(legend: str, tmp_path: Path) -> None:
    core, names = core_of((*LIST, (None, None, None, None), (None, legend)), tmp_path)
    assert core == {"Firewall beheren", "Servers onderhouden"}
    assert names == ["Lien", "Wout"]


@pytest.mark.parametrize("legend", ["K = klaar", "x = kerntaak", "L = kerntaak"])
def test_another_legend_says_nothing_of_it(legend: str, tmp_path: Path) -> None:
    result = imported(tmp_path, (*LIST, (None, None, None, None), (None, legend)))
    assert result.says("Niets in uw overzicht duidt kerntaken aan")


@pytest.mark.parametrize(("text", "tasks"), [(3, 3), ("12,5", 3), ("3 drones onderhouden", 4)])
def test_a_number_among_the_tasks_is_none(text: str | int, tasks: int, tmp_path: Path) -> None:
    result = imported(tmp_path, (*LIST, (None, text)))
    assert len(result.tasks) == tasks
    assert result.says("Een totaal, geen taak.") is (tasks == 3)
