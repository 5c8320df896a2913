"""The sheet of the guided start: a row per question of the guideline, and per task or school."""

from optimizer.workbook.read.columns import Column, ColumnKind, Sheet

STEPS = Sheet(
    "steps",
    "Stappenplan",
    "De stappen naar een ICT-team: antwoord in ‘antwoord’, of laat taakverdeler stappen ze u "
    "vragen. De groene kolommen vult het programma in. U mag dit blad overslaan.",
    (
        Column("step", "stap", "Nummer van de stap.", ColumnKind.CODE, required=True, width=7),
        Column("about", "over", "Taak of school waarover de regel gaat; leeg bij de vraag zelf.",
               ColumnKind.CODE, default="de vraag zelf", width=9),
        Column("question", "vraag", "Wat gevraagd wordt.", width=58),
        Column("answer", "antwoord", "Uw antwoord.", required=True,
               default="nog niet beantwoord", width=18),
        Column("by", "door wie", "Wie dit antwoordde.", default="niet gezegd", width=18),
        Column("when", "wanneer", "Op welke dag.", default="niet gezegd", width=12),
        Column("sets", "wat het instelt", "Resultaat: welke cellen dit antwoord heeft ingevuld, en "
               "wat er eerst stond. Verandert het antwoord, dan komt dat terug.", width=46,
               result=True),
        Column("board", "voor de directie", "Resultaat: wat de directie hierna doet.", width=44,
               result=True),
        Column("coordinator", "voor de ICT-coördinator", "Resultaat: wat de ICT-coördinator hierna "
               "doet.", width=44, result=True),
    ),
)  # fmt: skip
