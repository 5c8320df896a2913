"""Mutations and cases: the same line makes the same file, and something does change."""

from random import Random

import pytest

from fuzzing.cases import GROUPS, MUTATIONS, Case, Step, make_case, parse_case, shorter
from fuzzing.packages import members_of
from fuzzing.seeds import SEEDS, content_of
from fuzzing.xml_text import attributes, elements

TRIES = 12
NAMES = list(SEEDS)
WEIGHTS = [seed.weight for seed in SEEDS.values()]


@pytest.mark.parametrize("kind", MUTATIONS)
def test_every_kind_changes_a_workbook_and_does_so_twice_alike(kind: str) -> None:
    content = content_of("xlsxwriter")
    if kind in GROUPS["table"]:
        assert members_of(MUTATIONS[kind](content, Random(1)))
        return
    made = [MUTATIONS[kind](content, Random(number)) for number in range(TRIES)]
    assert any(each != content for each in made)
    assert made == [MUTATIONS[kind](content, Random(number)) for number in range(TRIES)]


def test_the_kinds_of_the_groups_have_names_of_their_own() -> None:
    assert len(MUTATIONS) == sum(map(len, GROUPS.values()))


@pytest.mark.parametrize("index", range(0, 400, 40))
def test_a_case_is_made_again_from_its_line(index: int) -> None:
    case = make_case(7, index, NAMES, WEIGHTS)
    assert parse_case(str(case)) == case
    assert make_case(7, index, NAMES, WEIGHTS) == case


def test_the_series_begins_with_every_seed_as_it_is() -> None:
    cases = [make_case(7, index, NAMES, WEIGHTS) for index in range(len(NAMES) + 1)]
    assert [case.seed for case in cases[:-1]] == NAMES
    assert [bool(case.steps) for case in cases] == [False] * len(NAMES) + [True]


def test_mutations_stand_in_the_order_in_which_each_can_read_what_comes_in() -> None:
    order = list(MUTATIONS)
    for index in range(len(NAMES), 400):
        places = [order.index(step.kind) for step in make_case(7, index, NAMES, WEIGHTS).steps]
        assert places == sorted(places)


@pytest.mark.parametrize("line", ["school+niets#1", "school+cdata", "school+cdata#x"])
def test_a_line_that_is_no_case(line: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        parse_case(line)


def test_a_case_is_made_shorter_by_one_mutation_at_a_time() -> None:
    one, two, three = Step("cdata", 1), Step("doctype", 2), Step("cut-file", 3)
    assert shorter(Case("school", (one, two, three))) == [
        Case("school", (two, three)),
        Case("school", (one, three)),
        Case("school", (one, two)),
    ]
    assert shorter(Case("school")) == []


def test_elements_and_attributes_are_found_also_where_ends_are_lost() -> None:
    xml = b"<a><b c=\"1\"><d/></b><e f='2'></a>"
    assert [xml[span.start : span.end] for span in elements(xml)] == [b"<d/>"]
    assert [(each[1], each[2]) for each in attributes(xml)] == [(b"c", b'"1"'), (b"f", b"'2'")]
    assert [each[2] for each in attributes(xml, "f")] == [b"'2'"]
