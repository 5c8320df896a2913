"""What one person does, decides and takes over, and on what ground: facts for a statement."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.agenda import TaskInstance
from models.eligibility import most_specific
from models.instance import Pair
from models.plan import EnvelopeKey, TaskKey
from models.problem import PersonCode
from models.vocabulary import DeviationKind
from optimizer.explain.answer import Answer


class Mandate(StrEnum):
    """What a person is to a task; `LEADS` is decided by the plan, whoever appoints."""

    LEADS = "leads"
    DOES = "does"
    STANDS_IN = "stands_in"


class BasisKind(StrEnum):
    """Why a person has a task; every kind can be read off the problem."""

    PINNED = "pinned"
    ONLY = "only"
    KEPT = "kept"
    WISH = "wish"
    FIT = "fit"
    LEARNS = "learns"
    WATCHES = "watches"
    CAN_TAKE_OVER = "can_take_over"
    NEARLY = "nearly"


@dataclass(frozen=True)
class MandateBasis:
    """One ground, with the numbers of its sentence.

    For `FIT`, `place` says how many people fit better, plus one, `among` how many can do it; for
    `WISH`, `place` is the preference; for `KEPT`, the grains of the previous plan.
    """

    kind: BasisKind
    place: int = 0
    among: int = 0


@dataclass(frozen=True)
class TaskMandate:
    """One task of one person.

    Attributes
    ----------
    grains
        What the person works on it in a year; 0 for a stand-in, or a lead who watches a firm.
    sources
        Envelopes that pay those grains.
    decider
        Who is answerable, and the contact of everybody else.
    stand_ins
        Who takes over from the decider.
    doers
        Grains of everybody who works on it, `bought` those of a firm.
    """

    task: TaskInstance
    mandate: Mandate
    grains: int
    sources: tuple[EnvelopeKey, ...]
    decider: PersonCode | None
    stand_ins: tuple[PersonCode, ...]
    doers: Mapping[PersonCode, int]
    bought: int
    grounds: tuple[MandateBasis, ...]


class Statements:
    """Looks up the duties of everybody in one plan."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._doers: dict[TaskKey, dict[PersonCode, int]] = defaultdict(dict)
        for (key, person), grains in sorted(answer.worked.items()):
            self._doers[key][person] = grains
        self._mandates: dict[PersonCode, dict[TaskKey, Mandate]] = defaultdict(dict)
        self._note_mandates()
        self._able: dict[TaskKey, list[PersonCode]] = defaultdict(list)
        for key, person in answer.instance.payers:
            if (key, person) not in answer.instance.learners:
                self._able[key].append(person)

    def duties(self, code: PersonCode) -> tuple[TaskMandate, ...]:
        """The tasks of one person, in the order of the workbook."""
        mandates = self._mandates.get(code, {})
        return tuple(
            self._duty(task, code, mandates[key])
            for key, task in self._answer.tasks.items()
            if key in mandates
        )

    def _note_mandates(self) -> None:
        """What everybody is to a task: to lead it goes before work, work before standing in."""
        plan = self._answer.plan
        for key, people in plan.backups.items():
            for code in people:
                self._mandates[code][key] = Mandate.STANDS_IN
        for key, shares in self._doers.items():
            for code in shares:
                self._mandates[code][key] = Mandate.DOES
        for key, code in plan.leads.items():
            self._mandates[code][key] = Mandate.LEADS

    def _duty(self, task: TaskInstance, code: PersonCode, mandate: Mandate) -> TaskMandate:
        answer, key = self._answer, task.key
        payers = answer.instance.payers.get((key, code), ())
        return TaskMandate(
            task=task,
            mandate=mandate,
            grains=answer.worked.get((key, code), 0),
            sources=tuple(payer for payer in payers if (key, code, payer) in answer.plan.hours),
            decider=answer.plan.leads.get(key),
            stand_ins=tuple(answer.plan.backups.get(key, ())),
            doers=self._doers.get(key, {}),
            bought=answer.bought.get(key, 0),
            grounds=tuple(self._grounds((key, code), mandate)),
        )

    def _grounds(self, pair: Pair, mandate: Mandate) -> Iterator[MandateBasis]:
        instance, pins = self._answer.instance, self._answer.instance.pins
        if pair in pins.works or pair in pins.leads or pair in pins.backups:
            yield MandateBasis(BasisKind.PINNED)
        if mandate is Mandate.STANDS_IN:
            yield MandateBasis(self._stand_in_kind(pair))
        elif pair not in self._answer.worked:
            yield MandateBasis(BasisKind.WATCHES)
        elif pair in instance.learners:
            yield MandateBasis(BasisKind.LEARNS)
        else:
            yield self._fit(pair)
        if pair in instance.previous and mandate is not Mandate.STANDS_IN:
            yield MandateBasis(BasisKind.KEPT, instance.previous[pair])
        yield from self._wish(pair)

    def _stand_in_kind(self, pair: Pair) -> BasisKind:
        key, code = pair
        is_able = code in self._able[key]
        return BasisKind.CAN_TAKE_OVER if is_able else BasisKind.NEARLY

    def _fit(self, pair: Pair) -> MandateBasis:
        """How well a person fits a task beside everybody else who can do it and be paid."""
        key, code = pair
        able = self._able[key]
        if able == [code]:
            return MandateBasis(BasisKind.ONLY)
        cost = self._answer.instance.grain_cost
        better = sum(cost((key, other)) < cost(pair) for other in able)
        return MandateBasis(BasisKind.FIT, better + 1, len(able))

    def _wish(self, pair: Pair) -> Iterator[MandateBasis]:
        data = self._answer.instance.data
        wish = most_specific(data, DeviationKind.PREFERENCE, *pair)
        if wish is not None and wish.value is not None and wish.value > 0:
            yield MandateBasis(BasisKind.WISH, int(wish.value))
