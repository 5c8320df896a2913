"""The guideline in Dutch: its questions, its answers, and what each of them asks of whom."""

from collections.abc import Mapping

from models.guideline import Actor, Reply
from models.task_marks import Mark

QUESTION_TEXTS: Mapping[str, str] = {
    "growth": (
        "Ziet de school het werken met een ICT-team als iets dat groeit, en wil ze er tijd voor "
        "maken?"
    ),
    "vision": "Is er een pedagogische visie die het team deelt?",
    "policy": "Is er een ICT-beleidsplan?",
    "pooling": (
        "Welke middelen zijn er (punten, BPT-uren, andere uren, geld), en willen de scholen ze "
        "samenleggen? Samen: de groep trekt. Niet: de school trekt."
    ),
    "tasks_group": (
        "Is op het blad Taken voor elke taak nagekeken of ze van toepassing is, en of ze op het "
        "niveau van de groep of van de school hoort (schaalvoordeel, bijzondere kennis, snelle "
        "hulp dichtbij)?"
    ),
    "tasks_school": (
        "Is op het blad Taken voor elke taak nagekeken of ze van toepassing is, en of ze nu nodig "
        "is, later kan of mag vervallen?"
    ),
    "expertise": (
        "Zijn de motivatie en de kennis er, naast de huidige ICT-coördinator? Zo niet: vraagt wat "
        "ontbreekt een strategische functie met gemengde kennis, louter technische kennis, of is "
        "het allebei?"
    ),
    "team": (
        "Zijn er afspraken over mandaten, kennisdeling, back-up, overleg en een datum om te "
        "evalueren?"
    ),
}
REPLY_WORDS: Mapping[Reply, str] = {
    Reply.YES: "ja",
    Reply.NO: "nee",
    Reply.GROUP: "samen",
    Reply.SCHOOL: "niet samen",
    Reply.STRATEGIC: "strategisch",
    Reply.TECHNICAL: "technisch",
    Reply.BOTH: "allebei",
}
ACTORS: Mapping[Actor, str] = {
    Actor.BOARD: "directie",
    Actor.COORDINATOR: "ICT-coördinator",
    Actor.BOTH: "directie en ICT-coördinator",
}
BOARD_TEXTS: Mapping[str, str] = {
    "project": "Zet het werken met een ICT-team op de lijst van strategische projecten.",
    "vision": (
        "Werk eerst aan een gedeelde pedagogische visie, samen met de groep; de pedagogische "
        "begeleidingsdienst kan helpen."
    ),
    "policy": (
        "Werk eerst een ICT-beleidsplan uit, samen met de groep; de pedagogische "
        "begeleidingsdienst kan helpen."
    ),
    "pool": "Leg vast welk deel van de middelen naar de pool gaat (Scholen, pool %).",
    "recruit": "Zoek iemand met die gemengde kennis; de vacaturetekst vertrekt van de taken.",
    "outsource": "Overweeg deze taken uit te besteden (Taken, uitbesteden % en tarief).",
    "recruit_or_outsource": (
        "Wat ontbreekt is strategisch én louter technisch: aanwerven en uitbesteden kunnen "
        "allebei. Beslis per taak."
    ),
    "team": (
        "Breng het team samen, geef er uren voor, en leg mandaten, kennisdeling, back-up en de "
        "drie vormen van overleg vast; spreek een datum af om te evalueren."
    ),
    "evaluate": (
        "Ga op de afgesproken datum na of de samenwerking vlot loopt; loopt ze stroef, dan kan een "
        "procesbegeleider helpen."
    ),
}
COORDINATOR_TEXTS: Mapping[str, str] = {
    "technical": "Beperk u tot de technische kerntaken, die de infrastructuur draaiend houden.",
    "policy": "Doe de technische kerntaken en de beleidstaken; help het plan schrijven.",
    "tasks_group": "Loop op het blad Taken alle taken na: van toepassing, en op welk niveau.",
    "tasks_school": (
        "Loop op het blad Taken alle taken na, en meld de (coördinerend) directeur voor welke "
        "taken samenwerking binnen de groep aangewezen is."
    ),
}
MARK_WORDS: Mapping[Mark, str] = {
    Mark.NOT_HERE: "niet van toepassing",
    Mark.LATER: "later",
    Mark.SCALE: "schaalvoordeel",
    Mark.EXPERTISE: "bijzondere kennis",
    Mark.NEAR: "dichtbij en snel",
    Mark.ESSENTIAL: "essentieel",
    Mark.DROP: "vervalt",
    Mark.TOGETHER: "samenwerken",
}
"""What can be said of a task; no two that are asked together begin with the same letter."""
POOL_QUESTION = "Welk deel van de middelen van {school} gaat naar de pool (in %)?"
