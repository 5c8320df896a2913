"""Purple core tasks: rgb, theme colours with tints, indexed colours, and what is not purple."""

import pytest

from optimizer.workbook.read.colours import (
    OFFICE_THEME,
    apply_tint,
    is_purple,
    resolve,
    theme_colours,
)

THEME = b"""<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>
<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="7030a0"/>
</a:accent1></a:clrScheme></a:themeElements></a:theme>"""


@pytest.mark.parametrize(
    ("rgb", "purple"),
    [
        ("7030A0", True),  # Excel's standard purple
        ("8064A2", True),  # accent 4 of the older Office theme
        ("E4DFEC", True),  # the same, 80 % lighter
        ("FF00FF", True),  # magenta, 300 degrees
        ("0000FF", False),  # blue, 240 degrees
        ("FF0000", False),
        ("FF00A0", False),  # pink, 322 degrees
        ("808080", False),  # no hue at all
        ("857B8B", False),  # purple, but hardly saturated
        (None, False),
    ],
)
def test_purple(rgb: str | None, purple: bool) -> None:
    assert is_purple(rgb) is purple


def test_theme_colours_in_the_order_of_the_cells() -> None:
    colours = theme_colours([THEME], "theme1.xml")
    assert colours[:2] == ("FFFFFF", "000000")
    assert colours[4] == "7030A0"
    assert colours[7] == OFFICE_THEME[7]


@pytest.mark.parametrize(
    "theme",
    [
        b"",
        b"<theme",
        b"<theme/>",
        THEME.replace(b"7030a0", b"70"),
        THEME.replace(b"a:themeElements", b"b"),
        THEME.replace(b"a:srgbClr", b"a:hslClr"),
    ],
)
def test_a_theme_that_cannot_be_read_has_the_colours_of_office(theme: bytes) -> None:
    assert theme_colours([theme], "theme1.xml") == OFFICE_THEME


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ({"rgb": "FF7030A0"}, "7030A0"),
        ({"rgb": "7030a0"}, "7030A0"),
        ({"rgb": "FF"}, None),
        ({"rgb": "purple"}, None),
        ({"rgb": ""}, None),
        ({"theme": "7"}, "8064A2"),
        ({"theme": "7", "tint": "veel"}, "8064A2"),
        ({"theme": "99"}, None),
        ({"theme": "-1"}, None),
        ({"theme": ""}, None),
        ({"indexed": "20"}, "800080"),
        ({"indexed": "64"}, None),
        ({"auto": "1"}, None),
        ({}, None),
    ],
)
def test_each_way_of_giving_a_colour(colour: dict[str, str], expected: str | None) -> None:
    assert resolve(colour, OFFICE_THEME) == expected


def test_tint_changes_lightness_as_excel_does() -> None:
    assert apply_tint("8064A2", 0.0) == "8064A2"
    assert apply_tint("8064A2", 0.7999) == "E6E0EC"
    assert apply_tint("8064A2", -0.4999) == "403152"
    assert is_purple(resolve({"theme": "7", "tint": "0.6"}, OFFICE_THEME))
