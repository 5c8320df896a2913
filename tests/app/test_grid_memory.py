"""What a window is told of a grid: everything once, then only what changed."""

from optimizer.app.grid import Grid, GridColumn, GridMemory, GridRow, csv_of, table_of

COLUMNS = (GridColumn("a", "A", 50), GridColumn("b", "B", 50))


def grid(**cells: str) -> Grid:
    return Grid(COLUMNS, [GridRow(name, {"a": name, "b": text}) for name, text in cells.items()])


def test_the_first_answer_tells_all_and_the_next_only_what_changed() -> None:
    memory = GridMemory()
    first = memory.answer(grid(x="1", y="2"), -1)
    assert first["order"] == ["x", "y"]
    version = int(str(first["version"]))
    same = memory.answer(grid(x="1", y="2"), version)
    assert (same["version"], same["order"], same["columns"], same["rows"]) == (
        version, None, None, [],
    )  # fmt: skip
    changed = memory.answer(grid(x="1", y="3"), version)
    assert changed["rows"] == [{"i": "y", "c": {"a": "y", "b": "3"}, "x": "", "r": False}]
    moved = memory.answer(grid(y="3", z="4"), int(str(changed["version"])))
    assert moved["order"] == ["y", "z"]
    assert [row["i"] for row in moved["rows"]] == ["z"]  # type: ignore[attr-defined]


def test_a_window_that_is_far_behind_is_told_all() -> None:
    memory = GridMemory()
    first = int(str(memory.answer(grid(x="0"), -1)["version"]))
    for number in range(1, 10):
        memory.answer(grid(x=str(number)), -1)
    assert memory.answer(grid(x="9"), first)["columns"] is not None


def test_no_text_becomes_a_formula_in_what_is_exported() -> None:
    texts = ("=1+1", "+1", "-1", "@x", "gewoon; met puntkomma")
    shown = Grid(COLUMNS, [GridRow(str(n), {"a": text}) for n, text in enumerate(texts)])
    lines = csv_of(shown).decode("utf-8-sig").splitlines()
    assert lines[1:] == ["'=1+1;", "'+1;", "'-1;", "'@x;", '"gewoon; met puntkomma";']
    assert table_of(Grid(COLUMNS, [GridRow("leeg", {})])) == [["A", "B"]]


def test_a_number_of_another_grid_is_not_taken_for_one_of_this() -> None:
    first, second = GridMemory(), GridMemory()
    known = int(str(first.answer(grid(x="1"), -1)["version"]))
    second.answer(grid(x="1"), -1)
    assert second.answer(grid(x="1"), known)["columns"] is not None
