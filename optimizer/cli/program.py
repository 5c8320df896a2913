"""What `--json` prints, and how a refusal is told: in words, and as a document where asked for."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, redirect_stdout

import click

from models.issues import Issue
from optimizer.cli.exits import RefusalError, say

_AS_JSON = "optimizer.as_json"
"""Whether the words of the command hold `--json`; kept in click's context, as the next."""
_RESULTS = "optimizer.results"
"""The stream that documents go to."""


def show_document(document: Mapping[str, object]) -> None:
    """Print the result of a command as JSON."""
    from optimizer.report.json_text import dumps

    click.echo(dumps(document), file=click.get_current_context().meta[_RESULTS])


class Program(click.Group):
    """The commands under one name.

    With `--json` standard output is one document and nothing else: also when a command is refused,
    be it by click, which has not read the options by then, and also when a library prints
    something, as openpyxl does of a cell style that is not there.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note whether JSON is asked for, before anything can be wrong with the rest."""
        ctx.meta[_AS_JSON] = "--json" in args
        ctx.meta[_RESULTS] = sys.stdout
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; on a refusal say why, show the document, and end with its code."""
        aside: AbstractContextManager[object] = (
            redirect_stdout(sys.stderr) if ctx.meta[_AS_JSON] else nullcontext()
        )
        with aside:
            try:
                return super().invoke(ctx)
            except RefusalError as refusal:
                for line in refusal.lines:
                    say(line)
                _show_refusal(ctx, refusal.exit_code, refusal.lines, refusal.code, refusal.issues)
                sys.exit(refusal.exit_code)
            except click.ClickException as wrong:
                _show_refusal(ctx, wrong.exit_code, [wrong.format_message()], "usage")
                raise


def _show_refusal(
    ctx: click.Context,
    exit_code: int,
    lines: Sequence[str],
    code: str | None,
    issues: Iterable[Issue] = (),
) -> None:
    if ctx.meta[_AS_JSON]:
        from optimizer.report.json_text import refusal_json

        show_document(refusal_json(exit_code, lines, code, issues))
