"""A task that is drafted person by person, and booked when every rule about it holds."""

from models.agenda import TaskInstance
from models.problem import PersonCode
from optimizer.construct.accounts import Accounts
from optimizer.construct.draft import Draft
from optimizer.construct.fits import holds, may_join
from optimizer.construct.fits.envelope import parts
from optimizer.construct.fits.outsourcing import firm_room, purchase
from optimizer.construct.ledger import Ledger


class Booking:
    """Drafts one task beside what is booked; `goal` are the grains that are wanted of it."""

    def __init__(self, ledger: Ledger, task: TaskInstance, goal: int) -> None:
        self.draft = Draft(task)
        self._goal = goal
        self._ledger = ledger
        self._accounts: Accounts | None = None

    @property
    def rest(self) -> int:
        """Grains of the goal that are still to be done."""
        return max(0, self._goal - self.draft.total)

    def add(self, person: PersonCode, grains: int, least: int) -> bool:
        """Let a person do so many grains, when there is money for `least` and they may join."""
        ledger, draft = self._ledger, self.draft
        found = parts(ledger, (draft.task.key, person), grains, self._accounts)
        if sum(found.values()) < least:
            return False
        if not may_join(ledger.instance, draft.task, person, draft.work):
            return False
        draft.work[person] = found
        self._accounts = self._accounts or ledger.accounts.copied()
        ledger.charged(self._accounts, person, found)
        return True

    def firm_part(self, wanted: int) -> int:
        """Grains that a firm can do of what is wanted and still to be done."""
        return min(wanted, self.rest, firm_room(self._ledger, self.draft.task))

    def book(self, lead: PersonCode | None, bought: int) -> None:
        """Do it, with so many grains bought, when it keeps the rules with this lead."""
        ledger, draft = self._ledger, self.draft
        draft.lead, draft.bought = lead, bought
        if lead is None or not holds(ledger, draft):
            return
        ledger.leads[draft.task.key] = lead
        for person, found in draft.work.items():
            ledger.book_person(draft.task, person, found)
        ledger.book_firm(draft.task, purchase(ledger, draft.task, draft.bought))
