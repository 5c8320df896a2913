"""Everything of one running program, handed to each screen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from models.registrations import Record
from models.since import Since, since
from optimizer.app.hub import Hub
from optimizer.app.state.asker import Asker
from optimizer.app.state.desk import Desk
from optimizer.app.state.planner import Planner
from optimizer.app.state.scenarios import Scenarios
from optimizer.app.state.sight import Once
from optimizer.explain.answer import Answer, Row
from optimizer.flows.guided_start import Start, begin
from optimizer.flows.screening import Heard
from optimizer.report.tables.calendar import calendar_rows
from optimizer.workbook.read.headers import locate
from optimizer.workbook.template.steps_sheet import STEPS


class Other(NamedTuple):
    """The plan of another workbook, to hold ours against."""

    name: str
    answer: Answer


class LaidBeside(NamedTuple):
    """The registrations that were read in this sitting, what came of them, what was unreadable."""

    records: tuple[Record, ...] = ()
    lines: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass
class Program:
    """The state and its surroundings.

    Attributes
    ----------
    folder
        Where new and uploaded workbooks are put.
    columns
        A TOML file with the names of the user's own sheets and columns.
    heard
        What the filled forms of the screening say that were read.
    laid_beside
        The registered hours that were laid beside the norm.
    answerer
        Who answers the guided start in this sitting.
    other
        The plan of another workbook; `None` when there is none.
    end
        Ends the program.
    """

    folder: Path
    columns: Path | None = None
    hub: Hub = field(default_factory=Hub)
    heard: Heard = field(default_factory=Heard)
    laid_beside: LaidBeside = field(default_factory=LaidBeside)
    answerer: str = ""
    other: Other | None = None
    end: Callable[[], None] = lambda: None
    desk: Desk = field(init=False)
    planner: Planner = field(init=False)
    asker: Asker = field(init=False)
    scenarios: Scenarios = field(init=False)
    _calendar: Once[list[Row]] = field(default_factory=Once)
    _steps: Once[Start | None] = field(default_factory=Once)

    def __post_init__(self) -> None:
        self.desk = Desk(self.hub.publish)
        self.planner = Planner(self.desk)
        self.asker = Asker(self.desk)
        self.scenarios = Scenarios(self.desk)

    @property
    def since_plan(self) -> tuple[Since, ...]:
        """What people can and want that is otherwise than when the plan was made."""
        plan, data = self.desk.draft.plan, self.desk.checked.data
        return () if plan is None or data is None else since(plan.instance.data, data)

    @property
    def steps(self) -> Start | None:
        """The guided start of the workbook as it is; `None` when it has no sheet for it.

        Raises
        ------
        InvalidProblemError
            As `optimizer.flows.guided_start.begin`.
        """
        with self.desk.lock:
            raw = self.desk.checked.raw
            return self._steps.of(
                (raw,), lambda: None if locate(raw, STEPS) is None else begin(raw)
            )

    @property
    def calendar(self) -> list[Row]:
        """The rows of the months of the plan; none without a plan that keeps every rule."""
        with self.desk.lock:
            judged = self.desk.judged
            if judged is None or not judged.is_kept:
                return []
            answer = self.desk.answer
            return self._calendar.of((answer,), lambda: calendar_rows(answer))

    def close(self) -> None:
        """End the processes that compute."""
        self.planner.close()
        self.asker.close()
        self.scenarios.close()
