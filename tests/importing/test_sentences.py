"""Every doubt has its words, and no words are left over."""

import re
import string
from pathlib import Path

import optimizer.importing
from optimizer.importing.points import POINTS

SOURCES = {
    path.name: path.read_text(encoding="utf-8")
    for path in Path(optimizer.importing.__file__).parent.glob("*.py")
    if path.name != "points.py"
}


def test_every_doubt_has_a_point() -> None:
    raised = {
        code
        for text in SOURCES.values()
        for code in re.findall(r"(?:Doubt|_doubt)\(\s*\"([a-z-]+)\"", text)
    }
    assert len(raised) > 20
    assert raised <= POINTS.keys()


def test_no_point_is_left_over() -> None:
    everything = "\n".join(SOURCES.values())
    assert [code for code in POINTS if f'"{code}"' not in everything] == []


def test_points_are_sentences() -> None:
    for code, point in POINTS.items():
        assert point.made.endswith((".", "!", "?")), code
        assert point.check.endswith((".", "?")), code
        names = {name for text in point[:3] for _, name, _, _ in string.Formatter().parse(text)}
        assert names <= {None, "cluster", "count", "first", "mark", "name", "other", "period",
                         "role", "score", "shares", "target", "title"}, code  # fmt: skip
