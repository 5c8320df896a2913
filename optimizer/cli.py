"""The command line: every command under one name, and how the program ends."""

import sys

import click

from optimizer.commands.advice import advice
from optimizer.commands.anonymise import anonymise
from optimizer.commands.batch import batch
from optimizer.commands.check import check
from optimizer.commands.explain import explain
from optimizer.commands.import_overview import import_tasks
from optimizer.commands.optimize import optimize
from optimizer.commands.population import population
from optimizer.commands.report import report
from optimizer.commands.show_versions import show_versions
from optimizer.commands.simulate import simulate
from optimizer.commands.template import template
from optimizer.commands.vacancy import vacancy
from optimizer.exits import end, exit_codes_help


@click.group(epilog=exit_codes_help(), context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Verdeelt de ICT-taken van een school over haar mensen, bewijsbaar zo goed als het kan."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


for _command in (
    template,
    import_tasks,
    check,
    optimize,
    explain,
    report,
    batch,
    simulate,
    population,
    advice,
    vacancy,
    anonymise,
    show_versions,
):
    main.add_command(_command)


def run() -> None:
    """The program itself: `main`, and an end that no solver holds up."""
    try:
        main()
    except SystemExit as leaving:
        end(leaving)
