"""What colour a cell has on screen, and whether that colour is purple."""

import colorsys
from collections.abc import Sequence
from xml.etree import ElementTree

from openpyxl.styles.colors import COLOR_INDEX, Color

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
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


def theme_colours(theme: bytes | None) -> tuple[str, ...]:
    """The twelve colours of a theme part, as RRGGBB, in the order in which cells number them."""
    if not theme:
        return OFFICE_THEME
    scheme = ElementTree.fromstring(theme).find(f".//{_DRAWING}clrScheme")
    if scheme is None:
        return OFFICE_THEME
    found = {}
    for entry in scheme:
        for value in entry:
            rgb = value.get("lastClr") or value.get("val") or ""
            found[entry.tag.removeprefix(_DRAWING)] = rgb.upper()
    return tuple(
        found.get(name, fallback) for name, fallback in zip(_THEME_NAMES, OFFICE_THEME, strict=True)
    )


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


def resolve(color: Color, theme: Sequence[str], indexed: Sequence[str] = COLOR_INDEX) -> str | None:
    """The RRGGBB value of a colour, whichever of the three ways it is given in.

    `None` for automatic colours and for references to entries that do not exist.
    """
    base: str | None = None
    if color.type == "rgb" and isinstance(color.rgb, str):
        base = color.rgb[-6:]
    elif color.type == "theme" and 0 <= color.theme < len(theme):
        base = theme[color.theme]
    elif color.type == "indexed" and 0 <= color.indexed < len(indexed):
        base = indexed[color.indexed][-6:]
    if base is None or len(base) != 6:
        return None
    return apply_tint(base.upper(), float(color.tint or 0))


def is_purple(rgb: str | None) -> bool:
    """Whether a colour is the purple by which the official overview marks core tasks."""
    if rgb is None:
        return False
    hue, _, saturation = colorsys.rgb_to_hls(*_channels(rgb))
    first, last = PURPLE_HUES
    return first <= hue * 360 <= last and saturation >= LEAST_SATURATION
