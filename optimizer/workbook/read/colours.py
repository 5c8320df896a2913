"""What colour a cell has on screen, and whether that colour is purple."""

import colorsys
import re
from collections.abc import Iterable, Mapping, Sequence

from openpyxl.styles.colors import COLOR_INDEX

from models.errors import WorkbookError
from optimizer.workbook.xlsx.xml_events import Node, read_events

_RGB = re.compile(r"(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}")
"""With or without the transparency that Excel writes first and never uses."""
_SHARE = re.compile(r"[+-]?[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?")
_THEME_NAMES = (
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
)  # fmt: skip
OFFICE_THEME = (
    "FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6",
    "F79646", "0000FF", "800080",
)  # fmt: skip
"""Theme colours of a workbook that carries none, in the order in which cells number them."""

PURPLE_HUES = (260.0, 320.0)
LEAST_SATURATION = 0.20


def theme_colours(chunks: Iterable[bytes], part: str) -> tuple[str, ...]:
    """The twelve colours of a theme part, as RRGGBB, in the order in which cells number them.

    Those that it does not give as such, or that cannot be read, are those of Office.

    Raises
    ------
    WorkbookError
        `unsafe-xml`.
    """
    found: dict[str, str] = {}
    scheme = Node({name: _colour_node(name, found) for name in _THEME_NAMES})
    try:
        read_events(chunks, part, "theme", Node({"themeElements": Node({"clrScheme": scheme})}))
    except WorkbookError as problem:
        if problem.code == "unsafe-xml":
            raise
    return tuple(
        found.get(name, fallback) for name, fallback in zip(_THEME_NAMES, OFFICE_THEME, strict=True)
    )


def _colour_node(name: str, found: dict[str, str]) -> Node:
    """An element of a theme with the colour that it holds, or that the system had when saving."""

    def note(entry: Mapping[str, str]) -> None:
        rgb = entry.get("lastClr") or entry.get("val") or ""
        if _RGB.fullmatch(rgb):
            found[name] = rgb[-6:].upper()

    colour = Node(opened=note)
    return Node({"srgbClr": colour, "sysClr": colour})


def _channels(rgb: str) -> tuple[float, float, float]:
    red, green, blue = (int(rgb[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return red, green, blue


def apply_tint(rgb: str, tint: float) -> str:
    """The colour made darker (tint below 0) or lighter, as Excel does: on its lightness alone."""
    if not tint:
        return rgb
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(rgb))
    shaded = lightness * (1 + tint) if tint < 0 else lightness * (1 - tint) + tint
    channels = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, shaded)), saturation)
    return "".join(f"{round(channel * 255):02X}" for channel in channels)


def resolve(
    colour: Mapping[str, str], theme: Sequence[str], indexed: Sequence[str] = COLOR_INDEX
) -> str | None:
    """The RRGGBB value of a colour, whichever of the three ways its attributes give it in.

    `None` for automatic colours, for references to entries that do not exist, and for what is no
    colour at all.
    """
    if "indexed" in colour:
        base = _entry(indexed, colour["indexed"])
    elif "theme" in colour:
        base = _entry(theme, colour["theme"])
    else:
        base = colour.get("rgb", "")
    if not _RGB.fullmatch(base):
        return None
    return apply_tint(base[-6:].upper(), _tint(colour.get("tint", "")))


def _entry(colours: Sequence[str], number: str) -> str:
    """A colour by its number; empty when there is none."""
    known = number.isdecimal() and len(number) < 9 and int(number) < len(colours)
    return colours[int(number)] if known else ""


def _tint(text: str) -> float:
    """How much darker (down to -1) or lighter (up to 1); 0 when that is not said."""
    return min(1.0, max(-1.0, float(text))) if _SHARE.fullmatch(text) else 0.0


def is_purple(rgb: str | None) -> bool:
    """Whether a colour is the purple by which the official overview marks core tasks."""
    if rgb is None:
        return False
    hue, _, saturation = colorsys.rgb_to_hls(*_channels(rgb))
    first, last = PURPLE_HUES
    return first <= hue * 360 <= last and saturation >= LEAST_SATURATION
