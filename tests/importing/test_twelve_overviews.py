"""Twelve overviews in very different layouts: nearly all is right, the rest is on the sheet."""

import pytest
from small_overview import Result, found_in
from twelve_overviews import TWELVE, Said

LEAST_RIGHT = 0.95


def found(result: Result) -> Said:
    """What was found in an overview."""
    crosses = {(title, who) for title, who, _ in result.crosses()}
    return Said(frozenset(result.tasks), frozenset(result.names), frozenset(crosses))


def share(right: frozenset[object], all_of_both: frozenset[object]) -> float:
    """The part that is right of what is there and what was found."""
    return len(right) / len(all_of_both) if all_of_both else 1.0


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Said, Result]]:
    folder = tmp_path_factory.mktemp("twaalf")
    made = {name: (make(folder / f"{place}.xlsx"), folder / f"{place}.xlsx")
            for place, (name, make) in enumerate(TWELVE.items())}  # fmt: skip
    return {name: (said, found_in(path)) for name, (said, path) in made.items()}


@pytest.mark.parametrize("part", ["tasks", "people", "crosses"])
def test_nearly_all_is_right(results: dict[str, tuple[Said, Result]], part: str) -> None:
    right: set[tuple[str, object]] = set()
    both: set[tuple[str, object]] = set()
    for name, (said, result) in results.items():
        one, other = getattr(said, part), getattr(found(result), part)
        right |= {(name, each) for each in one & other}
        both |= {(name, each) for each in one | other}
    assert share(frozenset(right), frozenset(both)) >= LEAST_RIGHT


@pytest.mark.parametrize("name", TWELVE)
def test_each_layout_is_read(results: dict[str, tuple[Said, Result]], name: str) -> None:
    said, result = results[name]
    assert said.tasks <= found(result).tasks
    assert said.people <= found(result).people
    assert share(said.crosses & found(result).crosses, said.crosses) >= LEAST_RIGHT


@pytest.mark.parametrize("name", TWELVE)
def test_what_is_read_otherwise_is_told(results: dict[str, tuple[Said, Result]], name: str) -> None:
    said, result = results[name]
    told = " ".join(f"{row.found} {row.made}" for row in result.review)
    assert all(title in told for title in said.tasks - found(result).tasks)
