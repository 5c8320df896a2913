"""Matching tasks by wording: right or offered nearly always, seldom wrong, chores left alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from labelled_wordings import Wording, kept_apart, practised
from small_overview import Rows, imported

from models.problem import Task
from models.vocabulary import Cluster
from optimizer.importing.doubles import split_task
from optimizer.importing.wording import judge, likeness
from optimizer.workbook.template.catalogue import catalogue_tasks

SETS = [practised(), kept_apart()]
NAMES = ["practised", "kept apart"]
LEAST_FOUND, MOST_WRONG, MOST_FOREIGN = 0.90, 0.03, 0.05


def number_of(text: str, cluster: Cluster | None = None) -> str | None:
    """The number in our list of the task that a text is taken for."""
    match = judge(text, cluster).match
    return match.entry.task.number if match else None


def is_found(wording: Wording) -> bool:
    """Whether the right task is taken over, or offered where nothing is taken over."""
    verdict = judge(wording.text)
    if verdict.match:
        return verdict.match.entry.task.number in wording.right
    return any(entry.task.number in wording.right for entry in verdict.offered)


@pytest.mark.parametrize("wordings", SETS, ids=NAMES)
def test_tasks_are_taken_over_rightly_or_offered(wordings: Sequence[Wording]) -> None:
    ours = [wording for wording in wordings if wording.right]
    taken = [(number_of(wording.text), wording.right) for wording in ours]
    wrong = [number for number, right in taken if number and number not in right]
    assert len(ours) > 100
    assert sum(map(is_found, ours)) >= LEAST_FOUND * len(ours)
    assert len(wrong) <= MOST_WRONG * len(ours)


@pytest.mark.parametrize("wordings", SETS, ids=NAMES)
def test_chores_are_left_alone(wordings: Sequence[Wording]) -> None:
    chores = [wording.text for wording in wordings if wording.is_foreign]
    taken = [match for text in chores if (match := judge(text).match)]
    assert len(chores) > 30
    assert len(taken) <= MOST_FOREIGN * len(chores)
    assert not any(match.sure and match.entry.task.core for match in taken)


@pytest.mark.parametrize("wordings", SETS, ids=NAMES)
def test_no_task_of_ours_is_cut_in_two(wordings: Sequence[Wording]) -> None:
    doubles = [len(split_task(wording.text)) for wording in wordings if wording.is_double]
    others = [wording.text for wording in wordings if not wording.is_double]
    assert doubles == [2] * len(doubles)
    assert [text for text in others if len(split_task(text)) > 1] == []


@pytest.mark.parametrize("task", catalogue_tasks(), ids=lambda task: task.number)
def test_our_own_words_are_found_whatever_their_order_and_accents(task: Task) -> None:
    turned = " ".join(reversed(task.title.replace(",", " ").split()))
    for text in (task.title, task.title.upper(), turned, task.title.replace("ë", "e")):
        match = judge(text).match
        assert match is not None
        assert (match.entry.task.number, match.score) == (task.number, 100)
        assert split_task(text) == (text,)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Fortigate: regels aanpassen", "T06"),
        ("Snipe-IT bijhouden", "A10"), ("Topdesk opvolgen", "T28"),
        ("iPads in Mosyle", "T18"), ("Veeam controleren", "T09"), ("PAPERCUT en toner", "T25"),
        ("Lln: pw resetten", "A05"),
    ],
)  # fmt: skip
def test_brands_and_abbreviations_are_understood(text: str, number: str) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize("text", ["Firewall", "Helpdesk", "Het netwerk", "Back-ups"])
def test_one_word_is_never_sure(text: str) -> None:
    match = judge(text).match
    assert match is None or not match.sure


def test_one_word_never_gives_the_core_flag(tmp_path: Path) -> None:
    result = imported(tmp_path, [("Taak",), ("Helpdesk",), ("Firewall beheren",)])
    assert [task.core for task in result.data.tasks] == [False, True]


def test_the_cluster_decides_between_tasks_that_are_about_as_near() -> None:
    # "Netwerk" is technical work on cables, or a network of people.
    first = judge("Netwerken", Cluster.TECHNICAL).offered[0].task
    other = judge("Netwerken", Cluster.PEDAGOGICAL).offered[0].task
    assert (first.cluster, other.cluster) == (Cluster.TECHNICAL, Cluster.PEDAGOGICAL)


@pytest.mark.parametrize("mark", [" - ", ": ", " (", ", ", ". "])
def test_a_title_that_goes_on_explaining_is_matched_by_its_beginning(
    tmp_path: Path, mark: str
) -> None:
    more = "samen met collega's van het team, zodat iedereen weet wanneer ze langskomen"
    result = imported(tmp_path, [("Taak",), (f"Printers{mark}{more}",), (f"Iets{mark}{more}",)])
    first, second = result.data.tasks
    assert (first.required, second.required) == ({"hardware": 1}, {})
    assert result.says("Uren en competenties van ‘Printers en kopieermachines onderhouden’")


def test_a_double_task_becomes_two_that_share_hours_and_people(tmp_path: Path) -> None:
    rows: Rows = [
        ("Taak", "Wie", "Uren/jaar"), ("Bestellingen en facturen", "Lien", 30),
        ("Printers onderhouden", "Wout", 8),
    ]  # fmt: skip
    result = imported(tmp_path, rows)
    assert [t.title for t in result.data.tasks if t.fixed_hours == 15] == [
        "Bestellingen", "Facturen",
    ]  # fmt: skip
    assert {("Bestellingen", "Lien"), ("Facturen", "Lien")} < {c[:2] for c in result.crosses()}
    assert result.says("Deze tekst noemt 2 taken")


@pytest.mark.parametrize("text", ["", "???", "de het een", "12", "x" * 5000])
def test_texts_without_words_are_like_nothing(text: str) -> None:
    assert judge(text).match is None
    assert likeness(text) < 50
