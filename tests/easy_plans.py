"""Plans written as text: `T01@S1 P1 ict@S1` has so many grains."""

from collections.abc import Mapping

from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import PersonCode, TaskNumber, UnitCode
from models.vocabulary import Funding


def key(text: str) -> TaskKey:
    """The task at a unit that is written `T01@S1`."""
    task, unit = text.split("@")
    return TaskKey(TaskNumber(task), UnitCode(unit))


def envelope(text: str) -> EnvelopeKey:
    """The envelope that is written `ict@S1`."""
    funding, owner = text.split("@")
    return EnvelopeKey(Funding(funding), UnitCode(owner))


def plan(
    hours: Mapping[str, int] | None = None,
    leads: Mapping[str, str] | None = None,
    backups: Mapping[str, str] | None = None,
    outsourced: Mapping[str, int] | None = None,
) -> Plan:
    """A plan written as text.

    `plan({"T01@S1 P1 ict@S1": 6}, leads={"T01@S1": "P1"}, backups={"T01@S1": "P2 P3"},
    outsourced={"T02@S1 operating@S1": 4})`; the numbers are grains.
    """
    worked = {}
    for text, grains in (hours or {}).items():
        task, who, source = text.split()
        worked[key(task), PersonCode(who), envelope(source)] = grains
    bought = {}
    for text, grains in (outsourced or {}).items():
        task, source = text.split()
        bought[key(task), envelope(source)] = grains
    return Plan(
        hours=worked,
        leads={key(task): PersonCode(who) for task, who in (leads or {}).items()},
        backups={
            key(task): tuple(map(PersonCode, who.split())) for task, who in (backups or {}).items()
        },
        outsourced=bought,
    )
