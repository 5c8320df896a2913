"""What a file of registrations holds, and the two sheets that compare it with the task list."""

from optimizer.workbook.read.columns import Column, ColumnKind, Sheet

RECORDS = Sheet(
    "records",
    "Registraties",
    "Een uitvoer van tijdregistraties of van een helpdesk: één regel per registratie of ticket.",
    (
        Column("task", "taak", "Nummer of titel van de taak.",
               synonyms=("taak nr", "taaknr", "taaknummer", "task")),
        Column("category", "categorie", "Soort werk.",
               synonyms=("category", "soort", "type", "dienst", "rubriek")),
        Column("text", "omschrijving", "Waarover het ging.",
               synonyms=("onderwerp", "titel", "beschrijving", "ticket", "subject", "title")),
        Column("minutes", "minuten", "Hoelang, in minuten.", ColumnKind.NUMBER,
               synonyms=("minutes", "min", "duur (min)", "tijd (min)")),
        Column("hours", "uren", "Hoelang, in uren.", ColumnKind.HOURS,
               synonyms=("uur", "tijd", "duur", "hours", "tijdsduur")),
        Column("day", "datum", "De dag.", synonyms=("date", "dag", "aangemaakt", "created")),
        Column("unit", "school", "School, met code of naam.",
               synonyms=("schoolcode", "vestiging", "locatie", "location")),
    ),
)  # fmt: skip
REGISTERED = Sheet(
    "registered",
    "Registratie",
    "Per taak en school de norm naast wat geregistreerd is, omgerekend naar een jaar.",
    (
        Column("task", "taak nr", "Nummer van de taak.", ColumnKind.CODE, required=True, width=8),
        Column("title", "taak", "Omschrijving.", width=48),
        Column("unit", "school", "School, of GROEP.", ColumnKind.CODE, required=True, width=9),
        Column("norm", "norm", "Uren per jaar waarmee het plan rekent.", ColumnKind.HOURS, width=9),
        Column("hours", "geregistreerd", "Geregistreerde uren.", ColumnKind.HOURS, width=13),
        Column("records", "aantal", "Aantal registraties.", ColumnKind.COUNT, width=8),
        Column("part", "deel van het jaar %", "Deel van het jaarwerk van deze taak dat in de "
               "geregistreerde dagen valt.", ColumnKind.PERCENT, width=11),
        Column("yearly", "per jaar", "Geregistreerd, omgerekend naar een heel jaar.",
               ColumnKind.HOURS, width=9),
        Column("difference", "verschil", "Per jaar min norm.", ColumnKind.HOURS, width=9),
        Column("take", "overnemen", "Voor u: een x neemt ‘per jaar’ bij de volgende keer over als "
               "uitzondering (uren).", width=11),
        Column("remark", "opmerking", "Wat u moet weten over dit cijfer.", width=44),
    ),
)  # fmt: skip
LINKS = Sheet(
    "links",
    "Koppeling",
    "Welke taak elke tekst van de registraties is. Verander ‘taak nr’ waar het niet klopt: dat "
    "geldt voortaan. Een streepje (–) zegt dat het geen taak van de lijst is.",
    (
        Column("what", "registratie", "De tekst zoals die geregistreerd is.", required=True,
               width=48),
        Column("task", "taak nr", "De taak die het is; aan te passen.", ColumnKind.CODE,
               required=True, width=9),
        Column("title", "taak", "Omschrijving van die taak.", width=48),
        Column("how", "hoe", "nummer, koppeling, woorden (met hoe goed ze lijken, op 100), of nog "
               "niets.", width=14),
        Column("records", "aantal", "Aantal registraties.", ColumnKind.COUNT, width=8),
        Column("hours", "uren", "Geregistreerde uren.", ColumnKind.HOURS, width=9),
    ),
)  # fmt: skip
