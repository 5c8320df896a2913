"""What a command may do to a file: the rules that every case is held to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fuzzing.child import NEVER_ENDED, Outcome

DONE, INVALID, INFEASIBLE, NOTHING_FOUND = 0, 3, 4, 5
CODES: Mapping[str, frozenset[int]] = {
    "check": frozenset({DONE, INVALID}),
    "import": frozenset({DONE, INVALID}),
    "stappen": frozenset({DONE, INVALID}),
    "anonimiseer": frozenset({DONE, INVALID}),
    "optimize": frozenset({DONE, INVALID, INFEASIBLE, NOTHING_FOUND}),
}
"""How a command may end when nothing but the content of a file can be wrong."""
_NEVER_SAID = ("Traceback", "fout van het programma", "Warning:")
_BACKUP = re.compile(r"werk\.\d{4}-\d\d-\d\d_\d{6}\.bak\.xlsx")
INPUT = "werk.xlsx"
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Trial:
    """A command that was run on a file in a folder of its own.

    Attributes
    ----------
    command
        Its name.
    outputs
        Names of the files that it makes when it succeeds; the input itself for `--in-place`.
    outcome
        How it ended.
    before, after
        The files of the folder by name.
    """

    command: str
    outputs: tuple[str, ...]
    outcome: Outcome
    before: Files
    after: Files

    @property
    def succeeded(self) -> bool:
        """Whether the command says that all went well."""
        return self.outcome.code == DONE


def faults(trial: Trial) -> Iterator[str]:
    """Everything that this command should not have done."""
    yield from _end_faults(trial)
    if INPUT in trial.outputs and trial.succeeded:
        yield from _in_place_faults(trial)
    else:
        yield from _file_faults(trial)


def _end_faults(trial: Trial) -> Iterator[str]:
    outcome = trial.outcome
    if outcome.code == NEVER_ENDED:
        yield "hangs"
    elif outcome.code < 0:
        yield f"ended by signal {-outcome.code}"
    elif outcome.code not in CODES[trial.command]:
        yield f"exit code {outcome.code}"
    elif not trial.succeeded and not outcome.text.strip():
        yield f"exit code {outcome.code} without a word"
    for words in _NEVER_SAID:
        if words in outcome.text:
            yield f"says ‘{words}’"


def _file_faults(trial: Trial) -> Iterator[str]:
    if trial.after.get(INPUT) != trial.before[INPUT]:
        yield "touched its input"
    expected = {INPUT, *(trial.outputs if trial.succeeded else ())}
    yield from _name_faults(set(trial.after), expected)


def _in_place_faults(trial: Trial) -> Iterator[str]:
    backups = {name for name in trial.after if _BACKUP.fullmatch(name)}
    kept = [name for name in backups if trial.after[name] == trial.before[INPUT]]
    if len(backups) != 1 or not kept:
        yield "replaced a file without keeping it"
    yield from _name_faults(set(trial.after) - backups, {INPUT})


def _name_faults(found: set[str], expected: set[str]) -> Iterator[str]:
    for name in sorted(found - expected):
        yield f"left {re.sub(r'[0-9a-f]{8}', '…', name)}"
    for name in sorted(expected - found):
        yield f"made no {name}"
