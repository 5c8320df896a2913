"""The result in words: the rows of the sheet of doubts, and the text beside each task."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from models.issues import CellRef
from models.problem import TaskNumber
from models.vocabulary import Cluster, PlanRole, Role
from optimizer.importing import sentences, words
from optimizer.importing.build import Built
from optimizer.importing.doubts import Doubt
from optimizer.importing.points import POINTS
from optimizer.importing.proposals import Proposal
from optimizer.importing.review_point import TASK
from optimizer.importing.roster import Roster
from optimizer.importing.source_map import Mark
from optimizer.workbook import labels
from optimizer.workbook.agreement import Agreeing, agreeing
from optimizer.workbook.template.input_sheets import PERSONS, SCHOOLS, TASKS
from optimizer.workbook.template.output_sheets import ALLOCATION
from optimizer.workbook.template.review_page import ReviewRow
from optimizer.workbook.xlsx.cell_range import parse_cell

_ASKS_WHO = ("nobody", "no-name")
_MOST_NAMES = 12
"""More names make a drop-down that nobody reads; any other name may be typed."""
_LONGEST = 300
"""More of a cell than this does not help to find it."""


def review_rows(
    doubts: Sequence[Doubt], built: Built, roster: Roster, sheets: Sequence[str]
) -> tuple[ReviewRow, ...]:
    """The points to look at: what is still to fill in first, then in the order of the overview."""
    order = {name: place for place, name in enumerate(sheets)}
    ordered = sorted(doubts, key=lambda doubt: _place(doubt.where, order))
    names = tuple(each.name for each in roster.people)[:_MOST_NAMES]
    return tuple(
        _row(_with_names(doubt, names), _target(doubt, built, roster)) for doubt in ordered
    )


def _with_names(doubt: Doubt, names: tuple[str, ...]) -> Doubt:
    """A doubt about who is meant, with the people of the overview to choose from."""
    return replace(doubt, choices=names) if doubt.code in _ASKS_WHO else doubt


def _place(where: CellRef | None, order: Mapping[str, int]) -> tuple[int, int, int]:
    if where is None:
        return (-1, 0, 0)
    row, column = parse_cell(where.cell) if where.cell else (0, 0)
    return (order[where.sheet], row, column)


def _target(doubt: Doubt, built: Built, roster: Roster) -> str:
    """The task, person or sheet of the workbook that a doubt is about."""
    if doubt.where and doubt.where in built.numbers:
        return f"{TASK} {built.numbers[doubt.where]}"
    colleague = roster.find(doubt.target)
    return built.codes[colleague.name] if colleague else doubt.target


def _row(doubt: Doubt, target: str) -> ReviewRow:
    point = POINTS[doubt.code]
    facts = {name: Agreeing(_word(fact), fact) for name, fact in doubt.facts.items()}
    facts |= agreeing({"target": doubt.target})
    return ReviewRow(
        kind=point.kind,
        source=str(doubt.where) if doubt.where else "",
        found=doubt.found[:_LONGEST],
        target=target,
        made=point.made.format_map(facts),
        check=point.check.format_map(facts),
        choices=(*doubt.choices, *(each for each in point.choices if each not in doubt.choices)),
    )


def _word(fact: object) -> str:
    if isinstance(fact, Mark):
        return words.MARK_LABELS[fact]
    if isinstance(fact, Cluster):
        return labels.CLUSTERS[fact]
    return labels.ROLES[fact] if isinstance(fact, Role) else str(fact)


def general_doubts(built: Built) -> Iterator[Doubt]:
    """The points about the result as a whole: what only the user knows, and what is proposed."""
    data = built.data
    matched = sum(each.match is not None for each in built.proposals.values())
    unmarked = [each for each in built.proposals.values() if each.source.core is None]
    if data.persons:
        yield Doubt("fill-persons", target=PERSONS.name, facts={"count": len(data.persons)})
    else:
        yield Doubt("fill-no-persons", target=PERSONS.name)
    yield Doubt("fill-school", target=SCHOOLS.name, facts={"count": len(data.schools)})
    if matched:
        yield Doubt("proposals", target=TASKS.name, facts={"count": matched})
    if data.previous:
        yield Doubt("last-year", target=ALLOCATION.name, facts={"count": len(data.previous)})
    if unmarked:
        core = sum(each.core for each in unmarked)
        yield Doubt(
            "core-proposed" if core else "no-core", target=TASKS.name, facts={"count": core}
        )
    by_wording = sum(each.cluster_by_wording for each in built.proposals.values())
    if by_wording:
        yield Doubt("clusters-proposed", target=TASKS.name, facts={"count": by_wording})
    if built.renumbered:
        yield Doubt("numbers-replaced", target=TASKS.name)


def lead_doubts(built: Built, roster: Roster) -> Iterator[Doubt]:
    """The tasks for which the overview names several leads."""
    for proposal in built.proposals.values():
        leads = [cross.who for cross in proposal.source.crosses if cross.role is PlanRole.LEAD]
        people = {each.name for who in leads if (each := roster.find(who))}
        if len(people) > 1:
            yield Doubt(
                "several-leads", proposal.source.where, ", ".join(leads), target=leads[0],
                choices=tuple(dict.fromkeys(leads)),
            )  # fmt: skip


def people_doubts(built: Built, roster: Roster) -> Iterator[Doubt]:
    """One point for everybody who was found, and one for outside firms."""
    roles = {person.code: person.role for person in built.data.persons}
    for each in roster.people:
        facts = {"name": each.name, "role": roles[built.codes[each.name]],
                 "count": each.clusters.total()}  # fmt: skip
        yield Doubt("person", each.where, each.name, target=each.name, facts=facts)
    firms = [
        cross
        for proposal in built.proposals.values()
        for cross in proposal.source.crosses
        if roster.find(cross.who) is None
    ]
    if firms:
        yield Doubt("firm", firms[0].where, firms[0].who, facts={"count": len(firms)})


def explanations(built: Built) -> dict[str, str]:
    """The text beside each task: where its figures come from, and what stood in the overview."""
    return {
        number: " ".join(_explain(proposal, number)) for number, proposal in built.proposals.items()
    }


def _explain(proposal: Proposal, number: TaskNumber) -> Iterator[str]:
    source, match = proposal.source, proposal.match
    for note in source.notes:
        yield note if note.endswith((".", "!", "?")) else f"{note}."
    if match:
        text = sentences.MATCHED if source.hours is None else sentences.OWN_HOURS
        yield text.format(title=match.entry.task.title, score=round(match.score))
        yield match.entry.explanation
    else:
        yield sentences.UNMATCHED
    if source.number and source.number != number:
        yield sentences.OWN_NUMBER.format(number=source.number)
    yield sentences.FROM_SOURCE.format(where=source.where)
