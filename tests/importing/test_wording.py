"""Matching tasks by wording: right nearly always, never wrong where it is sure."""

from pathlib import Path

import pytest
from overview_wordings import WORDINGS
from small_overview import imported

from models.problem import Task, TaskNumber
from models.vocabulary import Cluster
from optimizer.importing.wording import LEAST_SCORE, best_match, likeness
from optimizer.workbook.template.catalogue import catalogue_tasks

CLUSTERS = {task.number: task.cluster for task in catalogue_tasks()}
OURS = [(text, TaskNumber(number)) for text, number in WORDINGS if number]
OTHERS = [text for text, number in WORDINGS if not number]


def number_of(text: str, cluster: Cluster | None = None) -> str | None:
    """The number in our list of the task that a text is taken for."""
    match = best_match(text, cluster)
    return match.entry.task.number if match else None


def test_most_wordings_find_their_task() -> None:
    found = [number_of(text, CLUSTERS[number]) == number for text, number in OURS]
    assert len(OURS) > 140
    assert sum(found) >= 0.9 * len(OURS)


def test_no_sure_match_is_wrong() -> None:
    sure = [
        (match.entry.task.number, number)
        for text, number in OURS
        if (match := best_match(text)) and match.sure
    ]
    assert len(sure) > 0.7 * len(OURS)
    assert [pair for pair in sure if pair[0] != pair[1]] == []


@pytest.mark.parametrize("text", OTHERS)
def test_other_work_has_no_sure_match(text: str) -> None:
    match = best_match(text)
    assert match is None or not match.sure


@pytest.mark.parametrize("task", catalogue_tasks(), ids=lambda task: task.number)
def test_our_own_words_are_found_whatever_their_order_and_accents(task: Task) -> None:
    turned = " ".join(reversed(task.title.replace(",", " ").split()))
    for text in (task.title, task.title.upper(), turned, task.title.replace("ë", "e")):
        match = best_match(text)
        assert match is not None
        assert (match.entry.task.number, match.score) == (task.number, 100)


def test_the_cluster_decides_between_tasks_that_are_about_as_near() -> None:
    # "Netwerk" is technical work on cables, or a network of people.
    assert number_of("Netwerk", Cluster.TECHNICAL) != number_of("Netwerk", Cluster.PEDAGOGICAL)


@pytest.mark.parametrize("mark", [" - ", ": ", " (", ", ", ". "])
def test_a_title_that_goes_on_explaining_is_matched_by_its_beginning(
    tmp_path: Path, mark: str
) -> None:
    more = "samen met collega's van het team, zodat iedereen weet wanneer ze langskomen"
    result = imported(tmp_path, [("Taak",), (f"Printers{mark}{more}",), (f"Iets{mark}{more}",)])
    first, second = result.data.tasks
    assert (first.required, second.required) == ({"hardware": 1}, {})
    assert result.says("Uren en competenties van ‘Printers en kopieermachines onderhouden’")


@pytest.mark.parametrize("text", ["", "???", "de het een", "12", "x" * 5000])
def test_texts_without_words_are_like_nothing(text: str) -> None:
    assert best_match(text) is None
    assert likeness(text) < LEAST_SCORE
