"""What became of the names, in Dutch."""

from collections.abc import Iterator
from pathlib import Path

from optimizer.workbook.write.anonymous import Anonymised


def anonymous_lines(done: Anonymised, target: Path) -> Iterator[str]:
    """What was replaced and what was left out, and what can still be recognised."""
    yield f"{target} is gemaakt."
    yield f"Codes in plaats van namen: {done.persons} personen, {done.schools} scholen."
    yield (
        f"Eigen woorden vervangen: {done.tasks} taken, {done.competences} competenties. "
        f"Weggelaten: {done.sheets} eigen bladen, eigen kolommen, opmerkingen en uitleg."
    )
    yield (
        "Aantallen, uren, rollen en niveaus zijn gebleven: wie de school kent, kan haar of iemand "
        "daarin nog herkennen."
    )
