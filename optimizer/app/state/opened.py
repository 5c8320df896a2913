"""The workbook as it was read, with what its plan and its names of columns are."""

from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from models.errors import WorkbookError
from optimizer.explain.answer import Answer
from optimizer.flows.checking import Checked, check_raw
from optimizer.flows.standing import standing_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.workbook.read.own_names import rename
from optimizer.workbook.read.own_names_file import read_own_names
from optimizer.workbook.read.raw import OwnNames
from optimizer.workbook.read.reader import RawWorkbook, read_workbook
from optimizer.workbook.write.cell_edits import has_changed


@dataclass(frozen=True)
class Opened:
    """A file that was read; `names` are those of the user's own sheets and columns."""

    raw: RawWorkbook
    names: OwnNames

    @classmethod
    def read(cls, path: Path, columns: Path | None = None) -> "Opened":
        """Read a file.

        Raises
        ------
        WorkbookError, InvalidProblemError
            As `optimizer.flows.checking.check_workbook`.
        """
        return cls(read_workbook(path), read_own_names(columns) if columns else {})

    @property
    def path(self) -> Path:
        """Where the file stands."""
        return self.raw.path

    @property
    def input_hash(self) -> str:
        """SHA-256 of the file."""
        return sha256(self.raw.content).hexdigest()

    @property
    def has_changed(self) -> bool:
        """Whether somebody else saved the file since it was read."""
        with suppress(WorkbookError):
            return has_changed(self.raw, self.path)
        return False

    def again(self) -> "Opened":
        """The file as it is on disk now."""
        return replace(self, raw=read_workbook(self.path))

    def check(self, raw: RawWorkbook) -> Checked:
        """What is wrong with the cells."""
        return check_raw(raw, self.names)

    @property
    def named(self) -> RawWorkbook:
        """The file with our sheets and columns under our names, as it is written to."""
        return rename(self.raw, self.names)[0]

    def plan(self) -> Answer | None:
        """The plan that stands in the file, when it keeps every rule."""
        checked = self.check(self.raw)
        if not checked.is_usable:
            return None
        standing = standing_plan(checked)
        if standing.stored is None:
            return None
        return standing.answer(standing.stored, SolveOptions.of(standing.instance.settings))
