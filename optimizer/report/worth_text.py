"""Dutch words for what hours, floors, people and changes are worth."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from models.outcome import Outcome, Refusal
from models.plan import TaskKey
from models.problem import GROUP, PersonCode
from models.worth import Curve, CurvePoint, Loss, Subject, Training, WorthFamily
from optimizer.explain.answer import Answer
from optimizer.report.level_text import LEVEL_NAMES, LevelWords
from optimizer.report.purchase_text import buys_nothing
from optimizer.report.wording import plain

ATTRIBUTES: Mapping[str, str] = {
    "ict_points": "ICT-punten",
    "ict_hours": "ICT-uren",
    "bpt_hours": "BPT-uren",
    "other_hours": "andere uren",
    "operating_euro": "werkingsmiddelen",
}
UNITS: Mapping[str, tuple[str, str]] = {
    "ict_points": ("punt", "punten"),
    "ict_hours": ("uur per week", "uur per week"),
    "bpt_hours": ("lesuur per week", "lesuren per week"),
    "other_hours": ("uur per week", "uur per week"),
    "operating_euro": ("euro", "euro"),
}
EXACT, AT_MOST = "bewezen", "niet bewezen"
NOT_COMPUTED = "niet berekend"
REFUSALS: Mapping[Refusal, str] = {
    Refusal.INVALID: "kan niet: het werkboek zou fouten hebben",
    Refusal.INFEASIBLE: "bewezen onmogelijk",
    Refusal.NOT_FOUND: "geen plan gevonden binnen de tijd",
    Refusal.STOPPED: NOT_COMPUTED,
}
NOTHING = "niets"
NONE_POSSIBLE = "één vorming volstaat voor geen van deze taken"
NO_TRAINING = "geen van de vormingen die geprobeerd zijn"
SAME = "blijft gelijk"
MOST_TASKS = 4


class WorthWords:
    """Puts the curves around one plan into words."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._levels = LevelWords(answer.instance.settings.grain)

    def person(self, code: PersonCode | str) -> str:
        """The name of a person; the code when there is none, or another has it too."""
        return self._answer.person_name(PersonCode(code))

    def subject(self, subject: Subject) -> str:
        """`ICT-punten van S1`, `BPT-uren van Noor`."""
        if subject.family is WorthFamily.PERSON:
            owner = self.person(subject.code)
        else:
            owner = "de pool" if subject.code == GROUP else subject.code
        return f"{ATTRIBUTES[subject.attribute]} van {owner}"

    def amount(self, subject: Subject, at: Decimal) -> str:
        """`3 punten`: a number with its unit."""
        one, many = UNITS[subject.attribute]
        return f"{plain(at)} {one if at == 1 else many}"

    def break_sentence(self, curve: Curve) -> str | None:
        """What the first amounts do not buy and the next does, where that is proven.

        Of money that can buy nothing: why.
        """
        if curve.no_purchase is not None:
            return f"{self.subject(curve.subject)}: {buys_nothing(curve.no_purchase)}"
        if curve.break_at is None:
            return None
        at, subject = curve.break_at.at, self.subject(curve.subject)
        gain = self.gain(curve.break_at)
        if at == 1:
            return (
                f"{subject}: het eerste extra {UNITS[curve.subject.attribute][0]} telt al: {gain}."
            )
        before = self.amount(curve.subject, at - 1)
        return (
            f"{subject}: tot en met {before} meer levert niets op; "
            f"{self.amount(curve.subject, at)} meer: {gain}."
        )

    def gain(self, point: CurvePoint) -> str:
        """What a point does better or worse than the plan at hand, level by level."""
        if point.outcome.plan is None:
            return self.refusal(point.outcome)
        parts = [self.prices(point.outcome)]
        if point.is_gain and point.completed:
            parts.append(f"onder meer helemaal gedekt: {self.tasks(point.completed)}")
        return "; ".join(parts)

    def prices(self, outcome: Outcome) -> str:
        """The first level that differs, and those after it that do."""
        parts = [
            f"{LEVEL_NAMES[price.level]} {self._levels.amount(price.level, abs(difference))} "
            f"{'slechter' if difference > 0 else 'beter'}"
            for price in outcome.prices
            if (difference := price.difference)
        ]
        return ", ".join(parts) or SAME

    def refusal(self, outcome: Outcome) -> str:
        """Why there is no plan."""
        return REFUSALS[outcome.refusal] if outcome.refusal else ""

    def proof(self, outcome: Outcome) -> str:
        """Whether the price is proven; without a plan, why there is none."""
        if outcome.plan is None:
            return self.refusal(outcome)
        return EXACT if outcome.is_exact else AT_MOST

    def tasks(self, keys: Sequence[TaskKey]) -> str:
        """Titles of tasks, the first few by name."""
        shown = [self._answer.task_list[key.task].title for key in keys[:MOST_TASKS]]
        rest = len(keys) - len(shown)
        return ", ".join(shown) + (f" en {rest} andere" if rest else "") if keys else NOTHING

    def training(self, loss: Loss) -> str:
        """The training that helps most against a loss."""
        best: Training | None = loss.training
        if best is None:
            return NO_TRAINING if loss.tried else NONE_POSSIBLE if loss.tried == 0 else NOT_COMPUTED
        who = self.person(best.person)
        return f"{who}: {best.competence} op niveau {best.level} ({self.prices(best.outcome)})"
