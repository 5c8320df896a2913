"""`taakverdeler vergelijk`."""

from pathlib import Path

import click

from optimizer.cli.exits import guarded
from optimizer.cli.options import (
    COLUMNS,
    FILE,
    check_folder,
    example_line,
    output_option,
    refuse_existing,
)

DONE = "{path} is gemaakt. Open het in een browser."


@click.command(
    name="vergelijk",
    epilog=example_line("taakverdeler vergelijk plan_vorig_jaar.xlsx mijn_plan.xlsx"),
)
@click.argument("first", metavar="EERSTE", type=FILE)
@click.argument("second", metavar="TWEEDE", type=FILE)
@output_option("Een bladzijde (HTML) in plaats van tekst.", required=False)
@COLUMNS
@guarded
def compare(first: Path, second: Path, output: Path | None, columns: Path | None) -> None:
    """Vergelijk twee plannen: wie krijgt, verliest of ruilt welke uren, en wat is beter."""
    from optimizer.flows.comparing import compare_workbooks
    from optimizer.report.comparison_text import Sides, comparison_blocks
    from optimizer.report.document import markdown
    from optimizer.workbook.write.storage import write_file

    if output is not None:
        refuse_existing(output)
        check_folder(output)
    found = compare_workbooks(first, second, columns=columns)
    sides = Sides(found.before, found.after, first.stem, second.stem)
    blocks = comparison_blocks(found.comparison, sides)
    if output is None:
        click.echo(markdown(blocks), nl=False)
        return
    from optimizer.report.document_html import html_page

    title = f"{second.stem} naast {first.stem}"
    write_file(output, html_page(title, blocks).encode())
    click.echo(DONE.format(path=output))
