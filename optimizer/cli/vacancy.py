"""`taakverdeler vacature`."""

from pathlib import Path

import click

from optimizer.cli.advice import options_of
from optimizer.cli.exits import guarded
from optimizer.cli.options import (
    COLUMNS,
    TIME,
    WORKBOOK,
    check_folder,
    example_line,
    output_option,
    refuse_existing,
)

FORMATS = (".docx", ".md")


@click.command(
    name="vacature", epilog=example_line("taakverdeler vacature mijn_plan.xlsx -o vacature.docx")
)
@WORKBOOK
@output_option("De tekst: .docx of .md.")
@COLUMNS
@TIME
@guarded
def vacancy(workbook: Path, output: Path, columns: Path | None, time_limit: float | None) -> None:
    """Maak een vacaturetekst van de kerntaken die niemand kan opnemen."""
    from optimizer.cli.interrupts import stopping_on_signals
    from optimizer.flows.reporting import plan_to_report
    from optimizer.flows.vacancy import vacancy_of
    from optimizer.report.dutch import tell
    from optimizer.report.vacancy_text import NOTHING, SUFFIX, WRITTEN
    from optimizer.workbook.write.storage import write_file

    if output.suffix.lower() not in FORMATS:
        raise click.UsageError(SUFFIX)
    refuse_existing(output)
    check_folder(output)
    with stopping_on_signals() as stop:
        found = plan_to_report(workbook, options_of(time_limit), stop, columns=columns)
    made = vacancy_of(found.answer)
    if made is None:
        click.echo(NOTHING)
        return
    write_file(output, made.content(output.suffix.lower()))
    counts = {"number": made.posts, "small": made.small, "hours": made.hours}
    click.echo(tell(WRITTEN, path=output, **counts))
