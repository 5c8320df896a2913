"""The people of an overview: one record for each, however their names are written."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from models.issues import CellRef
from models.vocabulary import Cluster, Role
from optimizer.importing import words
from optimizer.importing.doubts import Doubt
from optimizer.importing.extract import Extracted
from optimizer.importing.people import is_firm, role_of, without_aside
from optimizer.importing.people_list import ListedPerson
from optimizer.importing.proposals import Proposal
from optimizer.importing.somebody import Somebody, names_somebody
from optimizer.importing.source_map import SourceMap
from optimizer.workbook.read.matching import fold, near_miss

_MOST_INITIALS = 4


@dataclass
class Colleague:
    """Somebody of the overview.

    Attributes
    ----------
    name
        The name as it first stood there.
    where
        The first cell in which the name stands.
    role
        The role, when the overview says so.
    hours
        The hours a week, when a list of people gives them.
    teaching
        Whether these are teaching hours of the package of lessons.
    clusters
        How many tasks the person has per cluster.
    schools
        How many tasks per school, when the overview names schools.
    """

    name: str
    where: CellRef
    role: Role | None = None
    hours: Decimal | None = None
    teaching: bool = False
    clusters: Counter[Cluster] = field(default_factory=Counter)
    schools: Counter[str] = field(default_factory=Counter)

    @property
    def likely_role(self) -> Role:
        """The stated role, or that of the cluster with most tasks."""
        if self.role is not None:
            return self.role
        cluster = self.clusters.most_common(1)[0][0] if self.clusters else Cluster.TECHNICAL
        return words.ROLE_OF_CLUSTER[cluster]


class Roster:
    """Whose name it is, for every way of writing in an overview."""

    def __init__(
        self, source_map: SourceMap, extracted: Extracted, proposals: Sequence[Proposal]
    ) -> None:
        self._written = {fold(text): name for text, name in source_map.people.items()}
        self._roles = {fold(name): role for name, role in source_map.roles.items()}
        self.doubts: list[Doubt] = []
        self._found: dict[str, Colleague] = {}
        for each in extracted.people:
            self._add_listed(each)
        for who, where in extracted.owners:
            self._add(who, where)
        for proposal in proposals:
            for cross in proposal.source.crosses:
                self._add(cross.who, cross.where)
        self._same = self._short_names()
        self._report_alike()
        self._count(proposals)

    @property
    def people(self) -> tuple[Colleague, ...]:
        """Everybody once, in the order of the overview."""
        return tuple(each for key, each in self._found.items() if key not in self._same)

    def find(self, who: str) -> Colleague | None:
        """Who is meant by an entry; `None` for an outside firm."""
        key = fold(self._name(who))
        return self._found.get(self._same.get(key, key))

    def _name(self, who: str) -> str:
        if fold(who) in self._written:
            return self._written[fold(who)]
        name = without_aside(who).name
        return self._written.get(fold(name), name)

    def _add(self, who: str, where: CellRef) -> None:
        name, aside = self._name(who), without_aside(who).aside
        if fold(who) not in self._written and (is_firm(name) or is_firm(who)):
            return
        if is_firm(name) and fold(name) != fold(who):
            return
        known = fold(name) in self._found
        each = self._found.setdefault(fold(name), Colleague(name, where))
        each.role = each.role or self._roles.get(fold(name)) or role_of(name) or role_of(aside)
        telling = not known or names_somebody(aside) is Somebody.YES
        if aside and telling and role_of(aside) is None:
            self.doubts.append(Doubt("aside", where, who, target=name))

    def _add_listed(self, listed: ListedPerson) -> None:
        """Somebody of a list of people, whose role and hours it says."""
        self._add(listed.name, listed.where)
        if found := self._found.get(fold(self._name(listed.name))):
            found.role = listed.role or found.role
            found.hours, found.teaching = listed.hours, listed.teaching

    def _short_names(self) -> dict[str, str]:
        """First names and initials that fit exactly one full name."""
        full = [key for key, each in self._found.items() if len(each.name.split()) > 1]
        same = {}
        for key, each in self._found.items():
            fits = [other for other in full if other != key
                    and _is_short_for(each.name, self._found[other].name)]  # fmt: skip
            if len(fits) == 1 and key not in self._written and _agree(each, self._found[fits[0]]):
                same[key] = fits[0]
                self._found[fits[0]].role = self._found[fits[0]].role or each.role
                other = self._found[fits[0]].name
                self.doubts.append(
                    Doubt("short-name", each.where, each.name, facts={"other": other},
                          choices=(other,))
                )  # fmt: skip
        return same

    def _count(self, proposals: Iterable[Proposal]) -> None:
        for proposal in proposals:
            names = {fold(self._name(cross.who)) for cross in proposal.source.crosses}
            for key in {self._same.get(name, name) for name in names} & self._found.keys():
                self._found[key].clusters[proposal.cluster] += 1
            for cross in proposal.source.crosses:
                if found := self.find(cross.who):
                    everywhere = [school for school, _ in proposal.source.schools]
                    found.schools.update([cross.school] if cross.school else everywhere)

    def _report_alike(self) -> None:
        nameless = words.COLUMN + " "
        named = [e for e in self.people if not (e.role or e.name.startswith(nameless))]
        for place, each in enumerate(named):
            if other := near_miss(each.name, [before.name for before in named[:place]]):
                facts = {"other": other}
                self.doubts.append(
                    Doubt("names-alike", each.where, each.name, facts=facts, choices=(other,))
                )


def _agree(one: Colleague, other: Colleague) -> bool:
    """Whether what is said of two people can be said of one."""
    return one.role is None or other.role in (None, one.role)


def _is_short_for(short: str, full: str) -> bool:
    """Whether a text is the first name, the last name or the initials of a full name.

    A first name may be one letter before the last name, and a last name one letter behind it.
    """
    parts, own = fold(full).split(), fold(short).replace(".", " ").split()
    if len(parts) < 2 or not own or own == parts:
        return False
    letters, last = "".join(own), parts[1:]
    initials = {"".join(part[0] for part in parts), parts[0][0] + parts[-1][0]}
    if len(letters) <= _MOST_INITIALS and letters in initials:
        return True
    if len(own) == 1:
        return own[0] in (parts[0], parts[-1]) or own == last
    begins = own[0] == parts[0] and own[1:] == ["".join(part[0] for part in last)[: len(own[1])]]
    return begins or (own[0] == parts[0][0] and own[1:] == last)
