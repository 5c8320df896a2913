"""The cell of the board that is looked at: why, why not, who else, and at what price."""

from collections.abc import Mapping

from models.plan import TaskKey
from optimizer.app.board_edits import KINDS
from optimizer.app.board_grid import person_of
from optimizer.app.board_history import hours_lines, said_lines
from optimizer.app.program import Program
from optimizer.explain.alternatives import parts_of
from optimizer.explain.barriers import barriers
from optimizer.explain.openings import Openings, Room
from optimizer.flows.deviation_cells import rows_about, said_about
from optimizer.flows.judging import Judged
from optimizer.report.explain_text import other_lines
from optimizer.report.why_text import (
    describe_alternative,
    describe_barrier,
    describe_ground,
    describe_part,
    move_lines,
    refusal_lines,
)
from optimizer.report.wording import Wording

ROOMS: Mapping[Room, str] = {
    Room.ALL: "past",
    Room.PART: "past voor een deel",
    Room.NONE: "geen ruimte: duwt ander werk weg",
}
MOST_OPENINGS = 12
"""People or tasks that are listed; the rest is further from fitting."""


class AboutCell:
    """A task and, when the cell is one of a person, that person."""

    def __init__(self, program: Program, board: Judged, key: TaskKey, column: str) -> None:
        self._program = program
        self._board = board
        self._key = key
        self._words = Wording(board.instance)
        self._openings = Openings(board.instance, board.plan)
        self.row = str(key)
        self.task = next(task for task in board.instance.tasks if task.key == key)
        code = person_of(column)
        known = {person.code for person in board.instance.persons}
        self.person = code if code in known else None

    @property
    def person_name(self) -> str:
        """How the person is called; empty when the cell is not one of a person."""
        return self._words.person(self.person) if self.person else ""

    @property
    def own_hours(self) -> int:
        """Hours of the person on the task."""
        pairs = self._board.plan.hours_by_pair()
        grains = pairs.get((self._key, self.person), 0) if self.person else 0
        return grains * self._board.instance.settings.grain

    @property
    def hours(self) -> tuple[int, int]:
        """Hours that the task asks, and that are planned."""
        grain = self._board.instance.settings.grain
        covered = self._board.plan.covered().get(self._key, 0)
        return self.task.demand * grain, covered * grain

    @property
    def parts(self) -> list[tuple[str, list[str]]]:
        """Who does it and why."""
        found = parts_of(self._board.instance, self._board.plan, self._key)
        return [
            (describe_part(self._words, part),
             [describe_ground(self._words, ground) for ground in part.grounds])
            for part in found
        ]  # fmt: skip

    @property
    def barriers(self) -> list[str]:
        """Why the person cannot do it."""
        if self.person is None:
            return []
        found = barriers(self._board.instance, self._key, self.person)
        return [describe_barrier(self._words, each) for each in found]

    @property
    def candidates(self) -> list[dict[str, object]]:
        """Who can take it, by consequence."""
        grain = self._board.instance.settings.grain
        return [
            {
                "code": each.person,
                "name": self._words.person(each.person),
                "fits": each.fits,
                "text": f"{ROOMS[each.fits]}"
                + (f", {each.room * grain} uur vrij hiervoor" if each.room else "")
                + (", leert nog" if each.learns else ""),
                "hours": each.grains * grain,
            }
            for each in self._openings.for_task(self._key)[:MOST_OPENINGS]
        ]

    @property
    def could_take(self) -> list[dict[str, object]]:
        """What the person can still take."""
        if self.person is None:
            return []
        grain = self._board.instance.settings.grain
        titles = {task.key: task.task.title for task in self._board.instance.tasks}
        return [
            {
                "row": str(each.task),
                "title": titles[each.task],
                "fits": each.fits,
                "text": f"{each.missing * grain} uur te kort, {ROOMS[each.fits]}",
            }
            for each in self._openings.for_person(self.person)[:MOST_OPENINGS]
        ]

    @property
    def pins(self) -> dict[str, list[str]]:
        """The rows of deviations that hold this cell, by what they say."""
        if self.person is None:
            return {}
        checked = self._program.desk.checked
        return {
            word: [str(row.where) for row in rows_about(checked, kind, self._key, self.person)]
            for word, kind in KINDS.items()
        }

    @property
    def history(self) -> list[str]:
        """What became of the cell, and what was said of it; nothing when it is not a person's."""
        if self.person is None:
            return []
        desk, grain = self._program.desk, self._board.instance.settings.grain
        said = said_about(desk.checked, self._key, self.person)
        changes = hours_lines(desk.history.so_far, self._key, self.person, grain)
        return [*changes, *said_lines(said)]

    @property
    def asked(self) -> dict[str, object] | None:
        """The prices that were asked, or are being computed."""
        asked = self._program.asker.about(self._key)
        if asked is None:
            return None
        if asked.answer is None:
            return {"busy": not asked.lines, "lines": asked.lines, "choices": [], "refused": []}
        found = asked.answer
        data = self._board.instance.data
        return {
            "busy": False,
            "lines": tuple(other_lines(found)),
            "choices": [
                (describe_alternative(self._words, each),
                 self._words.levels.prices(each.outcome.prices),
                 list(move_lines(self._words, each.outcome.moves)))
                for each in found.alternatives
            ],
            "refused": [
                (describe_alternative(self._words, each), refusal_lines(data, each.outcome))
                for each in found.refused
            ],
        }  # fmt: skip
