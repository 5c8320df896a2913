"""Conditional formats of the template: colours that follow what stands in the cells."""

from openpyxl.formatting.rule import ColorScale, DataBar, FormatObject, Rule
from openpyxl.styles import Color, Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from models.vocabulary import Applies
from optimizer.workbook import labels
from optimizer.workbook.template import formatting as look
from optimizer.workbook.template.output_emphasis import Emphasis
from optimizer.workbook.template.sheet_layout import Layout


def colour_tasks(sheet: Worksheet, layout: Layout) -> None:
    """Purple and grey rows that follow ‘core’ and ‘applies’, and a bar in the coverage."""
    title = layout.cells("title")
    beside = f"{layout.cells('number', 'cluster')} {layout.cells('core', 'explanation')}"
    applies = f"${layout.letter('applies')}{layout.first_row}"
    core = f"${layout.letter('core')}{layout.first_row}"
    for area, colour in ((title, look.CORE_TASK), (beside, look.CORE_ROW)):
        _add_fill(sheet, area, f'{core}="{labels.YES}"', colour)
        _add_fill(sheet, area, f'{core}="{labels.NO}"', look.WHITE)
    off = f'OR({applies}="{labels.NO}",{applies}="{labels.APPLIES[Applies.LATER]}")'
    greyed = DifferentialStyle(font=Font(italic=True, color=look.MUTED))
    everywhere = layout.cells("number", "explanation")
    sheet.conditional_formatting.add(everywhere, _formula_rule(off, greyed))
    add_bar(sheet, layout, "coverage_pct")


def colour_competences(sheet: Worksheet, layout: Layout) -> None:
    """A darker cell for a higher level, over all competence columns."""
    scale = ColorScale(
        cfvo=[FormatObject("num", 0), FormatObject("num", 4)],
        color=[Color(look.WHITE), Color(look.BAR)],
    )
    area = layout.cells(labels.COMPETENCES[0], labels.COMPETENCES[-1])
    sheet.conditional_formatting.add(area, Rule("colorScale", colorScale=scale))


def add_bar(sheet: Worksheet, layout: Layout, key: str) -> None:
    """A bar from 0 to 100 in a column of percentages."""
    ends = [FormatObject("num", 0), FormatObject("num", 100)]
    bar = DataBar(cfvo=ends, color=look.BAR)
    sheet.conditional_formatting.add(layout.cells(key), Rule("dataBar", dataBar=bar))


def add_word_colour(sheet: Worksheet, layout: Layout, key: str, word: str, colour: str) -> None:
    """A colour for the cells of a column that hold this word."""
    condition = f'{layout.letter(key)}{layout.first_row}="{word}"'
    _add_fill(sheet, layout.cells(key), condition, colour)


def add_emphasis(sheet: Worksheet, layout: Layout, emphasis: Emphasis) -> None:
    """Let whole rows stand out while a condition holds."""
    condition = emphasis.formula(layout.sheet, layout.letter, layout.first_row)
    style = DifferentialStyle(
        font=Font(bold=emphasis.bold or None, color=emphasis.ink),
        fill=look.solid(emphasis.fill) if emphasis.fill else None,
    )
    area = layout.cells(layout.columns[0].key, layout.columns[-1].key)
    sheet.conditional_formatting.add(area, _formula_rule(condition, style))


def add_positive_colour(sheet: Worksheet, layout: Layout, key: str, colour: str) -> None:
    """A colour for the numbers above 0 of a column."""
    cell = f"{layout.letter(key)}{layout.first_row}"
    _add_fill(sheet, layout.cells(key), f"AND(ISNUMBER({cell}),{cell}>0)", colour)


def _add_fill(sheet: Worksheet, area: str, condition: str, colour: str) -> None:
    rule = _formula_rule(condition, DifferentialStyle(fill=look.solid(colour)))
    sheet.conditional_formatting.add(area, rule)


def _formula_rule(condition: str, style: DifferentialStyle) -> Rule:
    return Rule("expression", formula=[condition], dxf=style)
