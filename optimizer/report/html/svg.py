"""A drawing as a part of the page: no ids or styles that could clash, colours by name."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from typing import Any
from xml.etree import ElementTree as ET

import matplotlib as mpl
from markupsafe import Markup
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure as Drawing

from optimizer.report.html.ink import GRID, INK, VARIABLES

SETTINGS: Mapping[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "taakverdeler",
    "text.parse_math": False,
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": GRID,
    "axes.facecolor": "none",
    "figure.facecolor": "none",
    "xtick.color": INK,
    "ytick.color": INK,
    "grid.color": GRID,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "legend.frameon": False,
    "figure.constrained_layout.use": True,
}
NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_COLOUR = re.compile("|".join(VARIABLES))
_DROPPED = ("metadata", "style")


@contextmanager
def drawing(width: float, height: float) -> Iterator[Drawing]:
    """An empty drawing, in inches, with the looks of the page while it is worked on."""
    with mpl.rc_context(dict(SETTINGS)):
        yield Drawing(figsize=(width, height))


def to_markup(drawn: Drawing, name: str, title: str, description: str) -> Markup:
    """The drawing as inline SVG; the same drawing and name give the same text.

    `title` and `description` are for who cannot see it. Everything is escaped.
    """
    text = StringIO()
    with mpl.rc_context(dict(SETTINGS)):
        # What `savefig` would call as well, after a drawing that is thrown away.
        FigureCanvasSVG(drawn).print_svg(text, metadata=NO_METADATA)  # type: ignore[no-untyped-call]
    root = ET.fromstring(text.getvalue())
    for parent in list(root.iter()):
        for child in [each for each in parent if _local(each.tag) in _DROPPED]:
            parent.remove(child)
    for element in root.iter():
        _adapt(element, name)
    _name(root, name, title, description)
    return Markup(ET.tostring(root, encoding="unicode"))


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _adapt(element: ET.Element, prefix: str) -> None:
    """Leave out namespaces, which a page does not need, and make ids unique on the page."""
    element.tag = _local(element.tag)
    attributes = {_local(key): value for key, value in element.attrib.items()}
    element.attrib.clear()
    for key, value in attributes.items():
        if key == "id":
            element.set(key, f"{prefix}-{value}")
        elif key == "href":
            element.set(key, f"#{prefix}-{value.removeprefix('#')}")
        else:
            named = _REFERENCE.sub(rf"url(#{prefix}-\1)", value)
            element.set(key, _COLOUR.sub(lambda match: VARIABLES[match[0]], named))


def _name(root: ET.Element, name: str, title: str, description: str) -> None:
    for key in ("width", "height", "version"):
        root.attrib.pop(key, None)
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
    for place, (tag, words) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(tag, {"id": f"{name}-{tag}"})
        element.text = words
        root.insert(place, element)
