"""The sheet of the agreements: who decides, steers and is the contact, who meets, who agreed."""

from optimizer.workbook.read.columns import Column, ColumnKind, Sheet

EDITABLE = ("decides", "steers", "contact", "members", "link", "when", "signature")
"""Columns in which what somebody typed is kept, whatever a later plan proposes."""
PROPOSED = EDITABLE[:5]
"""Columns that are filled from the plan."""
AGREEMENTS = Sheet(
    "agreements",
    "Afspraken",
    "Met wat bij wie, per school en cluster; wie samenkomt, wanneer u evalueert, en wie akkoord "
    "gaat. Het programma stelt voor uit het plan; wat u verandert, blijft bij een volgend plan.",
    (
        Column("unit", "school", "School, of GROEP.", ColumnKind.CODE, required=True, width=8),
        Column("part", "onderdeel", "Een cluster, een overleg, de evaluatie of het akkoord.",
               required=True, width=19),
        Column("what", "waarvoor", "De grootste taken van de cluster, of waarover het gaat.",
               width=36),
        Column("decides", "beslist over", "Wie hierover beslist.", width=16),
        Column("steers", "stuurt en volgt op", "Wie het werk aanstuurt en opvolgt: wie er de "
               "meeste uren van leidt.", width=16),
        Column("contact", "aanspreekpunt", "Bij wie men eerst terechtkan.", width=16),
        Column("members", "leden", "Wie samenkomt, of wie akkoord gaat.", width=28),
        Column("link", "schakel met de groep", "Wie van dit overleg ook voor de groep werkt.",
               width=14),
        Column("when", "wanneer", "Hoe vaak, of op welke dag. Vult u zelf in.", width=11),
        Column("signature", "handtekening", "Om te tekenen op papier.", width=16),
        Column("proposal", "voorstel", "Wat het plan nu voorstelt. Staat er iets anders dan u "
               "afsprak, dan geldt uw afspraak.", width=30),
    ),
    output=True,
    yields=True,
)  # fmt: skip
