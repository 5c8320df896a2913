"""Every workbook of a folder through the commands that read one, and a table of how that went.

For public and other foreign files, which stay outside the repository: nobody knows what is right
about their content, but no command may hang, grow, fail, or refuse what other programs open.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from fuzzing.child import Outcome, run_program
from fuzzing.judge import INPUT, INVALID, Trial, faults

SECONDS = 20
"""CPU time that a command may take on any file."""
MEGABYTES = 1024
"""Memory that a command may take on any file, with all that the program itself loads."""
COMMANDS = (
    ("check", (), ()),
    ("import", ("-o", "nieuw.xlsx"), ("nieuw.xlsx",)),
    ("anonimiseer", ("-o", "codes.xlsx"), ("codes.xlsx",)),
)
"""Name, options and the files that are made when it succeeds."""
_SUFFIXES = frozenset({".xlsx", ".xlsm"})
_REFUSED = "Het bestand "
"""How every refusal of a file begins; what is wrong in its content is said by cell."""
_SHOWN = 100


@dataclass(frozen=True)
class Tried:
    """A command on a file: how it ended, what it should not have done, how it refused the file."""

    path: Path
    command: str
    outcome: Outcome
    faults: tuple[str, ...]
    refusal: str = ""


def workbooks(folder: Path) -> list[Path]:
    """The workbooks below a folder, in order."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)


def try_file(path: Path, seconds: int = SECONDS) -> Iterator[Tried]:
    """Each command on a copy of the file."""
    content = path.read_bytes()
    for command, options, made in COMMANDS:
        with TemporaryDirectory(prefix="map-") as folder:
            yield _try(path, content, (command, *options), made, Path(folder), seconds)


def _try(
    path: Path,
    content: bytes,
    command: Sequence[str],
    made: tuple[str, ...],
    outside: Path,
    seconds: int,
) -> Tried:
    folder = outside / "werk"
    folder.mkdir()
    (folder / INPUT).write_bytes(content)
    name, *options = command
    outcome = run_program([name, INPUT, *options], folder, seconds)
    after = {each.name: each.read_bytes() for each in folder.iterdir()}
    trial = Trial(name, made, outcome, {INPUT: content}, after)
    found = (*faults(trial), *_cost_faults(outcome, seconds))
    is_refused = outcome.code == INVALID and outcome.err.startswith(_REFUSED)
    refusal = outcome.err.removeprefix(_REFUSED).partition(" ")[2].strip() if is_refused else ""
    return Tried(path, name, outcome, found, refusal)


def _cost_faults(outcome: Outcome, seconds: int) -> Iterator[str]:
    if outcome.seconds > seconds:
        yield f"takes {outcome.seconds:.0f} s"
    if outcome.megabytes > MEGABYTES:
        yield f"takes {outcome.megabytes:.0f} MB"


def table(tried: Iterable[Tried]) -> Iterator[str]:
    """A line per command that did wrong or refused its file, and the totals at the end."""
    ends: Counter[str] = Counter()
    refusals: Counter[str] = Counter()
    worst = {"seconds": 0.0, "megabytes": 0.0}
    wrong = 0
    for each in tried:
        ends[f"{each.command} {each.outcome.code}"] += 1
        worst = {key: max(most, getattr(each.outcome, key)) for key, most in worst.items()}
        wrong += bool(each.faults)
        if each.refusal and each.command == COMMANDS[0][0]:
            refusals[each.refusal] += 1
        if each.faults or each.refusal:
            yield _line(each)
    yield from (f"{count:>6} × {refusal[:_SHOWN]}" for refusal, count in refusals.most_common())
    yield ", ".join(f"{end}: {count}" for end, count in sorted(ends.items()))
    yield f"{wrong} wrong; at most {worst['seconds']:.1f} s and {worst['megabytes']:.0f} MB."


def _line(tried: Tried) -> str:
    cost = f"{tried.outcome.seconds:>6.1f} s {tried.outcome.megabytes:>6.0f} MB"
    what = "; ".join(f"WRONG: {fault}" for fault in tried.faults) or f"refused: {tried.refusal}"
    return f"{tried.command:<12}{tried.outcome.code:>6} {cost}  {tried.path.name}  {what[:_SHOWN]}"
