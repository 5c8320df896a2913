"""The sheet of the year: its columns, and the peaks that a new workbook begins with."""

from collections.abc import Mapping

from models.year_rows import Peak
from optimizer.workbook import labels
from optimizer.workbook.read.columns import Column, ColumnKind, Sheet

YEAR = Sheet(
    "year",
    "Jaar",
    "Het schooljaar: vakanties en vrije dagen, wanneer welk soort werk piekt, en hoeveel weken er "
    "in elke maand zijn. Voeg vrije dagen van uw school toe. De groene kolommen vult het programma in.",
    (
        Column("kind", "soort", "vakantie en vrije dag: dagen zonder school; piek: maanden met meer "
               "werk van een soort; maand: wat er in die maand is.", ColumnKind.CHOICE,
               tuple(labels.YEAR_ROWS.values()), required=True, width=12),
        Column("name", "naam", "Naam van de vakantie, de dag of de maand; van een piek het woord dat "
               "in de kolom ‘piek’ van Taken staat.", width=22),
        Column("begins", "van", "Eerste vrije dag.", ColumnKind.DATE,
               default="verplicht bij vakantie en vrije dag", width=12),
        Column("ends", "tot", "Laatste vrije dag.", ColumnKind.DATE, default="dezelfde dag als ‘van’",
               width=12),
        Column("months", "maanden", "Bij een piek: de maanden, met een puntkomma ertussen.",
               default="verplicht bij piek", width=26),
        Column("factor", "keer", "Bij een piek: hoeveel keer zoveel werk er dan is (een aanname).",
               ColumnKind.NUMBER, default="3", width=8),
        Column("standby", "ook in de zomer", "Bij een piek: loopt dat werk ook in de permanentie van "
               "juli en augustus?", ColumnKind.CHOICE, tuple(labels.YES_NO.values()), default="nee",
               width=10),
        Column("origin", "herkomst", "Resultaat: waar de data vandaan komen. ‘berekend’: met de regel, "
               "nog niet vergeleken met gepubliceerde data.", width=34, result=True),
        Column("school_days", "schooldagen", "Resultaat: schooldagen in de maand.", ColumnKind.COUNT,
               width=12, result=True),
        Column("school_weeks", "lesweken", "Resultaat: deel van weken_school dat in de maand valt.",
               ColumnKind.HOURS, width=10, result=True),
        Column("standby_weeks", "permanentie", "Resultaat: deel van weken_permanentie dat in de maand "
               "valt.", ColumnKind.HOURS, width=12, result=True),
    ),
)  # fmt: skip

DEFAULT_PEAKS: Mapping[str, Peak] = {
    "start": Peak(frozenset({8, 9}), standby=True),
    "einde": Peak(frozenset({5, 6}), standby=True),
    "zomer": Peak(frozenset({7, 8}), standby=True),
    "lente": Peak(frozenset({3, 4})),
    "rapporten": Peak(frozenset({12, 4, 6})),
    "studiedagen": Peak(frozenset({10, 2})),
}
"""The peaks of the packaged tasks: months and factor are assumptions, rows that a school edits."""
