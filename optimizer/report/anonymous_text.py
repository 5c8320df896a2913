"""What became of the names, in Dutch."""

from collections.abc import Iterator
from pathlib import Path

from optimizer.report.wording import counted
from optimizer.workbook.write.anonymous import Anonymised


def anonymous_lines(done: Anonymised, target: Path) -> Iterator[str]:
    """What was replaced and what was left out, and what can still be recognised."""
    yield f"{target} is gemaakt."
    yield (
        f"Codes in plaats van namen: {counted(done.persons, 'persoon', 'personen')}, "
        f"{counted(done.schools, 'school', 'scholen')}."
    )
    yield (
        f"Eigen woorden vervangen: {counted(done.tasks, 'taak', 'taken')}, "
        f"{counted(done.competences, 'competentie', 'competenties')}. Weggelaten: "
        f"{counted(done.sheets, 'eigen blad', 'eigen bladen')}, eigen kolommen, opmerkingen en "
        "uitleg."
    )
    yield (
        "Aantallen, uren, rollen en niveaus zijn gebleven: wie de school kent, kan haar of iemand "
        "daarin nog herkennen."
    )
