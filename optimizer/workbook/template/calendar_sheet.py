"""The output sheet of the months: what everybody is planned for, and when the work comes."""

from optimizer.workbook import labels
from optimizer.workbook.read.columns import Column, ColumnKind, Sheet

PEOPLE, TASKS, REMARK = "mensen", "taken", "opmerking"
"""What a row of the calendar is about."""
PLANNED, AVAILABLE = "gepland", "beschikbaar"
"""What a row of the calendar counts."""

CALENDAR = Sheet(
    "calendar",
    "Kalender",
    "Uren per maand: van elke persoon gepland naast beschikbaar (gekleurd waar het te veel is), en van "
    "elke taak wanneer het werk valt. Ze rusten op aangenomen delen: zie ‘piek’ op Taken en het blad "
    "Jaar.",
    (
        Column("part", "onderdeel", "Mensen, taken, of een opmerking.", required=True, width=11),
        Column("code", "code", "Code van de persoon, of nummer van de taak.", ColumnKind.CODE,
               required=True, width=8),
        Column("name", "naam", "Naam van de persoon of de taak.", width=44),
        Column("what", "wat", "gepland of beschikbaar. Reistijd telt niet mee.", width=13),
        *(
            Column(f"month_{month}", name, f"Uren in {name}.", ColumnKind.HOURS, width=8)
            for month, name in labels.MONTHS.items()
        ),
        Column("year", "jaar", "Uren in het hele schooljaar, of in de rest ervan.", ColumnKind.HOURS,
               width=9),
    ),
    output=True,
)  # fmt: skip
