"""`taakverdeler vacature`."""

from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from collections.abc import Sequence

    from optimizer.report.document import Block

WORD = ".docx"
FORMATS = (WORD, ".md")


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
    from models.advice import gaps_of
    from optimizer.cli.interrupts import stopping_on_signals
    from optimizer.explain.baseline import Baseline
    from optimizer.explain.profiles import find_profiles
    from optimizer.explain.remedies import Remedies
    from optimizer.flows.reporting import plan_to_report
    from optimizer.report.dutch import tell
    from optimizer.report.vacancy_text import (
        NOTHING,
        SUFFIX,
        WRITTEN,
        split_by_size,
        vacancy_blocks,
    )
    from optimizer.workbook.write.storage import write_file

    if output.suffix.lower() not in FORMATS:
        raise click.UsageError(SUFFIX)
    refuse_existing(output)
    check_folder(output)
    with stopping_on_signals() as stop:
        found = plan_to_report(workbook, options_of(time_limit), stop, columns=columns)
    answer = found.answer
    gaps = gaps_of(answer.instance.data, answer.reasons)
    profiles = find_profiles(answer.instance, gaps)
    if not profiles:
        click.echo(NOTHING)
        return
    hires = Remedies(Baseline.of(answer.instance, answer.result), gaps).hires(profiles)
    blocks = list(vacancy_blocks(answer.instance, profiles, list(hires)))
    write_file(output, _content(blocks, output.suffix.lower()))
    hours = sum(profile.hours for profile in profiles)
    posts, small = split_by_size(answer.instance, profiles)
    counts = {"number": len(posts), "small": len(small), "hours": hours}
    click.echo(tell(WRITTEN, path=output, **counts))


def _content(blocks: "Sequence[Block]", suffix: str) -> bytes:
    from optimizer.report.document import markdown
    from optimizer.report.document_docx import docx_bytes

    return docx_bytes(blocks) if suffix == WORD else markdown(blocks).encode()
