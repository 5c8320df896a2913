"""All commands on one file, each in a folder of its own, and what is wrong with how they went."""

import io
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook

from fuzzing.child import run_apart, run_program
from fuzzing.judge import DONE, INFEASIBLE, INPUT, INVALID, Trial, faults

SECONDS = "1"
"""Time for a plan."""
_PLAN, _LATER, _CODES, _STARTED, _IMPORTED, _COLUMNS = (
    "plan.xlsx", "later.xlsx", "codes.xlsx", "gestart.xlsx", "nieuw.xlsx", "kolommen.toml"
)  # fmt: skip


@dataclass
class Report:
    """What went wrong with a file, and how the commands ended.

    A fault is `command: what it did`; what a command wrote is kept for the faulty ones.
    """

    faults: list[str] = field(default_factory=list)
    ends: Counter[str] = field(default_factory=Counter)
    said: list[str] = field(default_factory=list)


class Trials:
    """The commands that are tried on one file."""

    def __init__(self, content: bytes, folder: Path) -> None:
        """Try on the file with this content; the folder is to work in."""
        self._content = content
        self._folder = folder
        self._opens = False
        self.report = Report()

    def run_all(self) -> Report:
        """Run every command, and those that follow on what they made."""
        self._opens = self._can_be_opened(self._content)
        checked = self._try("check", self._content)
        self._try("check", self._content, "--json")
        anonymous = self._try("anonimiseer", self._content, "-o", _CODES, outputs=(_CODES,))
        planned = self._try("optimize", self._content, "-o", _PLAN, "--tijd", SECONDS,
                            outputs=(_PLAN,))  # fmt: skip
        started = self._try("stappen", self._content, "-o", _STARTED, "--niet-vragen",
                            outputs=(_STARTED,))  # fmt: skip
        if checked.succeeded:
            self._follow(started, _STARTED)
        self._compare(checked, anonymous, planned)
        self._follow(anonymous, _CODES)
        if self._follow(planned, _PLAN):
            self._rerun(planned.after[_PLAN])
            self._in_place()
        self._import()
        return self.report

    def _compare(self, checked: Trial, anonymous: Trial, planned: Trial) -> None:
        """What `check` refuses, the others refuse; what it accepts can be made anonymous."""
        if checked.succeeded != anonymous.succeeded:
            self._blame(anonymous, "does not agree with check")
        if not checked.succeeded and planned.outcome.code != INVALID:
            self._blame(planned, "does not agree with check")

    def _rerun(self, plan: bytes) -> None:
        """A plan that was made is an input again, for which a plan exists."""
        later = self._try(
            "optimize", plan, "-o", _LATER, "--tijd", SECONDS, "--quiet", outputs=(_LATER,)
        )
        if later.outcome.code in (INVALID, INFEASIBLE):
            self._blame(later, "refuses a plan of its own")
        self._follow(later, _LATER)

    def _in_place(self) -> None:
        replaced = self._try("optimize", self._content, "--in-place", "--tijd", SECONDS, "--json",
                             outputs=(INPUT,))  # fmt: skip
        self._follow(replaced, INPUT)

    def _import(self) -> None:
        outputs = (_IMPORTED, _COLUMNS)
        imported = self._try("import", self._content, "-o", _IMPORTED, "--bewaar-kolommen",
                             _COLUMNS, outputs=outputs)  # fmt: skip
        if imported.succeeded and _IMPORTED in imported.after:
            self._must_open(imported, _IMPORTED)
            self._try("check", imported.after[_IMPORTED])

    def _follow(self, made: Trial, name: str) -> bool:
        """Whether a command made a file; it must open, and be accepted."""
        if not made.succeeded or name not in made.after:
            return False
        if self._opens or name == _CODES:
            self._must_open(made, name)
        checked = self._try("check", made.after[name])
        if not checked.succeeded:
            self._blame(made, f"made a {name} that check refuses: {checked.outcome.text}")
        return True

    def _must_open(self, made: Trial, name: str) -> None:
        if not self._can_be_opened(made.after[name]):
            self._blame(made, f"made a {name} that openpyxl cannot open")

    def _can_be_opened(self, content: bytes) -> bool:
        with TemporaryDirectory(dir=self._folder) as folder:
            return run_apart(lambda: _open(content), Path(folder)).code == DONE

    def _try(
        self, command: str, content: bytes, *options: str, outputs: tuple[str, ...] = ()
    ) -> Trial:
        with TemporaryDirectory(dir=self._folder) as name:
            folder = Path(name)
            (folder / INPUT).write_bytes(content)
            before = _files(folder)
            outcome = run_program([command, INPUT, *options], folder)
            trial = Trial(command, outputs, outcome, before, _files(folder))
        self.report.ends[f"{command} {outcome.code}"] += 1
        for fault in faults(trial):
            self._blame(trial, fault)
        return trial

    def _blame(self, trial: Trial, fault: str) -> None:
        self.report.faults.append(f"{trial.command}: {fault}")
        self.report.said.append(trial.outcome.text[-3000:])


def try_all(content: bytes) -> Report:
    """Run every command on a file with this content."""
    with TemporaryDirectory(prefix="fuzz-") as folder:
        return Trials(content, Path(folder)).run_all()


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _open(content: bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        load_workbook(io.BytesIO(content))


def shortened(lines: list[str]) -> Iterator[str]:
    """Each fault once, on one short line."""
    yield from dict.fromkeys(line.replace("\n", " ")[:300] for line in lines)
