"""Answers of `explain` as JSON, under stable English keys (see `docs/json.md`)."""

from collections.abc import Iterable, Mapping

from models.outcome import LevelPrice, Move, Outcome
from models.plan import TaskKey
from models.why import Alternative, Barrier, Ground, Idle, OtherLevel, Part, TaskAnswer, WhyNot
from optimizer.explain.answer import Answer, Row
from optimizer.report.json_text import Json
from optimizer.report.why_text import describe_barrier, describe_ground
from optimizer.report.wording import Wording


class WhyJson:
    """Turns the answers about one plan into JSON documents; hours are clock hours a year."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._words = Wording(answer.instance)

    def task(self, found: TaskAnswer) -> Json:
        """Who does a task, why, and the alternatives."""
        return {
            **_key(found.task),
            "demand_hours": self._answer.hours(found.demand),
            "covered_hours": self._answer.hours(found.covered),
            "parts": [self._part(part) for part in found.parts],
            "alternatives": [self._alternative(each) for each in found.alternatives],
            "refused": [self._alternative(each) for each in found.refused],
            "not_asked": found.not_asked,
            "other_level": self._other_level(found.other_level),
        }

    def person(self, figures: Row, parts: Mapping[TaskKey, Part], idle: Idle | None) -> Json:
        """What a person does and why, and why not more."""
        return {
            "person": figures["person"],
            "figures": figures,
            "tasks": [{**_key(key), **self._part(part)} for key, part in parts.items()],
            "idle": None if idle is None else self._idle(idle),
        }

    def why_not(self, found: WhyNot) -> Json:
        """The rules against somebody, or the price."""
        return {
            **_key(found.task),
            "person": found.person,
            "hours": self._answer.hours(found.grains),
            "barriers": [self._barrier(barrier) for barrier in found.barriers],
            "outcome": None if found.outcome is None else self.outcome(found.outcome),
        }

    def outcome(self, outcome: Outcome) -> Json:
        """A price per level, and the rows that move."""
        return {
            "refusal": outcome.refusal,
            "exact": outcome.is_exact,
            "levels": [_price(price) for price in outcome.prices],
            "moves": [self._move(move) for move in outcome.moves],
        }

    def _other_level(self, other: OtherLevel | None) -> Json | None:
        if other is None:
            return None
        return {
            "level": str(other.change.value),
            "demand_hours": self._answer.hours(other.asked),
            "other_hours": self._answer.hours(other.instead),
            **self.outcome(other.outcome),
        }

    def _alternative(self, alternative: Alternative) -> Json:
        return {
            "lead": alternative.lead,
            "without": alternative.without,
            **self.outcome(alternative.outcome),
        }

    def _part(self, part: Part) -> Json:
        return {
            "person": part.person,
            "role": part.role,
            "hours": self._answer.hours(part.grains),
            "grounds": [self._ground(ground) for ground in part.grounds],
        }

    def _ground(self, ground: Ground) -> Json:
        cell = str(ground.where) if ground.where else None
        return {
            "kind": ground.kind,
            "cell": cell,
            "message": describe_ground(self._words, ground),
        }

    def _barrier(self, barrier: Barrier) -> Json:
        cell = str(barrier.where) if barrier.where else None
        return {
            "kind": barrier.kind,
            "cell": cell,
            "message": describe_barrier(self._words, barrier),
        }

    def _idle(self, idle: Idle) -> Json:
        return {
            "kind": idle.kind,
            "left_hours": self._answer.hours(idle.left),
            "tasks": [_key(key) for key in idle.tasks],
            "others": idle.others,
        }

    def _move(self, move: Move) -> Json:
        return {
            **_key(move.task),
            "person": move.person,
            "role_before": move.role_before,
            "role_after": move.role_after,
            "hours_before": self._hours(move.grains_before),
            "hours_after": self._hours(move.grains_after),
        }

    def _hours(self, grains: int | None) -> int | None:
        return None if grains is None else self._answer.hours(grains)

    def idle(self, found: Iterable[Idle]) -> list[Json]:
        """Everyone who is not fully used."""
        return [{"person": each.person, **self._idle(each)} for each in found]


def _key(key: TaskKey) -> dict[str, object]:
    return {"task": key.task, "unit": key.unit}


def _price(price: LevelPrice) -> Json:
    return {
        "level": price.level,
        "before": price.before.final,
        "before_bound": price.before.bound,
        "after": price.after.final,
        "after_bound": price.after.bound,
        "difference": price.difference,
        "certainty": price.certainty,
    }
