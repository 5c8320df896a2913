"""Dutch words for advice: the way to close a gap, the remedies with their effect, the risks."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from models.advice import Advice, AdviceKind, Gap, Remedy
from models.instance import Instance
from models.settings import Level
from models.units import hours
from optimizer.report.change_text import describe_change
from optimizer.report.dutch import listed
from optimizer.report.level_text import LEVEL_NAMES, LevelWords
from optimizer.report.purchase_text import buys_nothing
from optimizer.report.wording import Wording, plain
from optimizer.workbook import labels

NAMES: Mapping[AdviceKind, str] = {
    AdviceKind.RECRUIT: "aanwerven",
    AdviceKind.OUTSOURCE: "uitbesteden",
    AdviceKind.COLLEAGUES: "andere collega’s",
    AdviceKind.TRAIN: "vorming",
    AdviceKind.GROUP_LEVEL: "op groepsniveau",
}
"""In the column `advies` of the gaps."""
TITLES: Mapping[AdviceKind, str] = {
    AdviceKind.RECRUIT: "Aanwerven: kerntaken die meer vragen dan techniek",
    AdviceKind.OUTSOURCE: "Uitbesteden overwegen: niet strategisch, of alleen techniek",
    AdviceKind.COLLEAGUES: "Andere collega’s: niet strategisch, en niet voor een firma",
    AdviceKind.TRAIN: "Vorming: iemand komt één niveau te kort",
    AdviceKind.GROUP_LEVEL: "Op groepsniveau: beter één keer voor alle scholen samen",
}
RISKS = (
    "Risico’s van uitbesteden: afhankelijk van één firma, kennis die niet in huis komt, een "
    "tragere reactie bij een storing, toegang tot persoonsgegevens (maak een overeenkomst), en een "
    "prijs die kan stijgen. Iemand van u blijft verantwoordelijk."
)
NO_GAPS = "Geen hiaten waarvoor iets te doen valt."
NO_REMEDY = "  Geen maatregel gevonden die het plan beter maakt en die na te rekenen is."
STOPPED = "De tijd was op, of u hebt gestopt: niet alle vormingen zijn nagerekend."
ORDER = (
    "Lager is beter. De doelen tellen in volgorde: het eerste dat verandert, beslist; wat erna "
    "komt, kan anders uitvallen. ‘Of beter’: zo’n plan bestaat en is nagekeken; langer zoeken "
    "kan een beter plan geven."
)
MOST_TASKS = 12


def advice_word(kinds: Sequence[AdviceKind]) -> str | None:
    """The ways to close one gap, for a narrow column."""
    return "; ".join(NAMES[kind] for kind in kinds) or None


def advice_lines(instance: Instance, advice: Advice) -> Iterator[str]:
    """Per way: the tasks, the hours, and every remedy with its effect."""
    if not advice.gaps:
        yield NO_GAPS
        return
    for kind in AdviceKind:
        gaps = advice.of(kind)
        remedies = [remedy for remedy in advice.remedies if remedy.kind is kind]
        gaps = gaps or tuple(dict.fromkeys(gap for each in remedies for gap in each.gaps))
        if gaps or remedies:
            yield f"{TITLES[kind]} ({_total(instance, gaps)})"
            yield f"  Taken: {advised_tasks(gaps)}."
            for remedy in remedies:
                yield f"  - {describe_remedy(instance, remedy)}: {effect(instance, remedy)}."
            if kind is AdviceKind.OUTSOURCE and advice.no_purchase is not None:
                yield f"  Let op: {buys_nothing(advice.no_purchase)}"
            if kind is AdviceKind.OUTSOURCE:
                yield f"  {RISKS}"
            elif not remedies and kind in (AdviceKind.RECRUIT, AdviceKind.TRAIN):
                yield NO_REMEDY
    if advice.remedies:
        yield ORDER
    if not advice.is_complete:
        yield STOPPED


def describe_remedy(instance: Instance, remedy: Remedy) -> str:
    """What is done, for which tasks."""
    data = instance.data
    tasks = advised_tasks(remedy.gaps)
    edit = describe_change(data, remedy.change) if remedy.change else ""
    if remedy.hire is not None:
        weekly = f"{plain(remedy.hire.ict_hours)} uur per week"
        role = labels.ROLES[remedy.hire.role]
        points = f", met {edit}" if edit else ""
        home = remedy.hire.home
        diploma = labels.DIPLOMAS[remedy.hire.diploma]
        return f"een {role} ({diploma}) van {weekly} voor {home}{points}, voor {tasks}"
    if remedy.kind is AdviceKind.TRAIN and remedy.person is not None:
        return f"{Wording(instance).person(remedy.person)}, {edit}, voor {tasks}"
    return f"{edit}, voor {tasks}"


def effect(instance: Instance, remedy: Remedy) -> str:
    """The levels that change, from what to what; the least that may be expected."""
    levels = LevelWords(instance.settings.grain)
    parts = [
        f"{LEVEL_NAMES[level]} {levels.figure(level, remedy.before[level])} → "
        f"{levels.amount(level, value)}"
        for level, value in _counted(remedy)
        if value != remedy.before[level]
    ]
    words = ", ".join(parts) or "geen"
    return words if remedy.exact else f"{words} of beter"


def advice_json(instance: Instance, advice: Advice) -> dict[str, object]:
    """The same as a document; hours are clock hours a year."""
    grain = instance.settings.grain
    return {
        "complete": advice.is_complete,
        "no_purchase": advice.no_purchase and advice.no_purchase.value,
        "gaps": [
            {
                "task": gap.task.task,
                "unit": gap.task.unit,
                "hours": hours(gap.shortfall, grain),
                "advice": [kind.value for kind in gap.kinds],
            }
            for gap in advice.gaps
        ],
        "remedies": [
            {
                "kind": remedy.kind.value,
                "text": describe_remedy(instance, remedy),
                "tasks": [str(gap.task) for gap in remedy.gaps],
                "before": _levels(remedy.before, remedy),
                "promised": _levels(remedy.promised, remedy),
                "exact": remedy.exact,
            }
            for remedy in advice.remedies
        ],
    }


def _counted(remedy: Remedy) -> list[tuple[Level, int]]:
    return [(level, value) for level, value in remedy.promised.items() if level in remedy.before]


def _levels(values: Mapping[Level, int], remedy: Remedy) -> dict[str, int]:
    return {labels.LEVELS[level]: values[level] for level, _ in _counted(remedy)}


def _total(instance: Instance, gaps: Sequence[Gap]) -> str:
    grains = sum(gap.shortfall for gap in gaps)
    return f"{hours(grains, instance.settings.grain)} uur per jaar"


def advised_tasks(gaps: Sequence[Gap]) -> str:
    """The task numbers, each with the number of units where there are several."""
    counts = Counter(gap.task.task for gap in gaps)
    words = [f"{task} (in {n} scholen)" if n > 1 else str(task) for task, n in counts.items()]
    return listed(words, MOST_TASKS)
