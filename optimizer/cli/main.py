"""The command line: every command under one name, and how the program ends."""

import sys

import click

from optimizer.cli.advice import advice
from optimizer.cli.aliases import dutch_word
from optimizer.cli.alternatives import alternatives
from optimizer.cli.anonymise import anonymise
from optimizer.cli.app import app, missing_libraries
from optimizer.cli.batch import batch
from optimizer.cli.check import check
from optimizer.cli.compare import compare
from optimizer.cli.dutch import name_parts
from optimizer.cli.exits import exit_codes_help
from optimizer.cli.explain import explain
from optimizer.cli.import_overview import import_tasks
from optimizer.cli.optimize import optimize
from optimizer.cli.papers import papers
from optimizer.cli.population import population
from optimizer.cli.program import Program
from optimizer.cli.registered_hours import registered_hours
from optimizer.cli.release import release
from optimizer.cli.replace import replace_person
from optimizer.cli.report import report
from optimizer.cli.screening import screening
from optimizer.cli.show_versions import show_versions
from optimizer.cli.simulate import simulate
from optimizer.cli.steps import steps
from optimizer.cli.template import template
from optimizer.cli.vacancy import vacancy
from optimizer.run.native_output import keep_native_output_out


@click.group(
    cls=Program,
    invoke_without_command=True,
    epilog=exit_codes_help(),
    context_settings={
        "help_option_names": ["-h", "--hulp"],
        "token_normalize_func": dutch_word,
    },
)
@click.pass_context
def main(context: click.Context) -> None:
    """Verdeelt de ICT-taken van een school over haar mensen, bewijsbaar zo goed als het kan.

    Zonder opdracht opent de toepassing in de browser, waar die geïnstalleerd is.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    if context.invoked_subcommand is not None:
        return
    if missing_libraries():
        click.echo(context.get_help())
    else:
        context.invoke(app)


for _command in (
    app,
    template,
    steps,
    import_tasks,
    check,
    optimize,
    explain,
    release,
    replace_person,
    report,
    compare,
    alternatives,
    papers,
    screening,
    registered_hours,
    batch,
    simulate,
    population,
    advice,
    vacancy,
    anonymise,
    show_versions,
):
    main.add_command(_command)
name_parts(main)


def run() -> None:
    """The program itself: `main` on an output of its own."""
    keep_native_output_out()
    main()
