"""The state of the program on a machine, on one page in Dutch."""

from collections.abc import Collection, Iterator, Mapping

from optimizer.run.checkup import Checkup, Lack, is_bundled

PLANNED = "Proefplan van tien taken: gemaakt, bewezen en nagekeken."
FAILED = "Proefplan van tien taken: MISLUKT ({failure}). Voeg dit blad bij uw melding."
ELSEWHERE = (
    "dat zit niet in deze download. Installeer het programma daarvoor met uv of pipx (handleiding, "
    "hoofdstuk 1)."
)
COMPLETE = "Alle opdrachten kunnen werken."


def doctor_lines(found: Checkup) -> Iterator[str]:
    """Versions, system, what lacks and how to get it, and whether a plan can be made."""
    yield from (f"{name} {number}" for name, number in found.versions.items())
    yield f"systeem: {found.system}"
    yield from conflict_lines(found.conflicts)
    if not found.lacks:
        yield COMPLETE
    yield from map(_lack, found.lacks)
    yield PLANNED if found.planned else FAILED.format(failure=found.failure)


def conflict_lines(conflicts: Mapping[str, Collection[str]]) -> Iterator[str]:
    """A line per name of ours that another package installs as well."""
    for name, owners in conflicts.items():
        yield (
            f"LET OP: ook {', '.join(sorted(owners))} installeert ‘{name}’. "
            "Installeer taakverdeler in een eigen omgeving."
        )


def _lack(lack: Lack) -> str:
    commands = " en ".join(f"‘{command}’" for command in lack.commands)
    way = ELSEWHERE if is_bundled() else f"pip install 'taakverdeler[{lack.extra}]'."
    return f"Voor {commands} ontbreekt {', '.join(lack.modules)}: {way}"
