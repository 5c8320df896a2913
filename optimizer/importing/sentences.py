"""What import says, in Dutch: texts beside tasks, in the guide, of the command and the map."""

from collections.abc import Sequence

MATCHED = "Uren en competenties: voorstel, zoals ‘{title}’ (gelijkenis {score} %)."
OWN_HOURS = "Uren uit uw overzicht; competenties: voorstel, zoals ‘{title}’ (gelijkenis {score} %)."
UNMATCHED = "Niet in de takenlijst van het programma: uren en competenties zelf invullen."
FROM_SOURCE = "Bron: {where}."
OVERVIEW_POINT = "overview"
ANSWERED = "Zoals u antwoordde."
FROM_OVERVIEW = "Volgens uw overzicht."
OWN_NUMBER = "Nummer in de bron: {number}."

GUIDE_NOTE: Sequence[str] = (
    "Dit werkboek is gemaakt uit een bestaand takenoverzicht: {source}.",
    "Begin bij het blad ‘Nakijken’: daar staat alles wat onzeker was of ontbreekt.",
)
DONE = (
    "{target} is gemaakt uit {source}: {tasks:taak|taken} ({core:kerntaak|kerntaken}), "
    "{people:persoon|mensen}."
)
NEXT = (
    "Op het blad ‘Nakijken’ {points:=staat|staan} {points:punt|punten}. Vul daarna de uren van de "
    "mensen en de "
    "aantallen van de school in, en doe: taakverdeler controleer {target}"
)
UNCLEAR = (
    "{count:antwoord is|antwoorden zijn} niet begrepen, bij: {places}. Kies op ‘Nakijken’ iets uit "
    "de lijst."
)
MAP_WRITTEN = "Hoe het overzicht gelezen is, staat in {path}."

MAP_HEAD = """\
# Zo leest ‘taakverdeler importeer’ {source}.
# Verander wat niet klopt en geef dit bestand mee met --kolommen. Wat hier niet staat, wordt niet
# gelezen. Elke [[lijst]] is een lijst taken op een blad:
#   blad, van, tot    het blad, de eerste en de laatste rij met taken
#   kolomtitels       de rij met de titels van de kolommen
#   taak, nummer      kolommen (letters)
#   cluster           de cluster van de hele lijst, tot een titelrij een andere noemt
#   vermoeden         de cluster van taken waarvan de woorden er geen aanduiden
#   clusterkolom      kolom met de cluster van elke taak
#   kerntaak          "paars", een kleur als "#FFC000", een kolom, of "geen"
#   van_toepassing, uren, uren_per ("jaar", "maand", "week", "dag", of "cel": zoals de cel zegt)
#   prioriteit, niveau, ritme         kolommen die dat van elke taak zeggen
#   school, schoolkolom, scholen      de school van de hele lijst, de kolom met de school van elke
#                                     taak, of kolommen van één school elk
#   persoon           van wie de hele lijst is
#   vrije_tekst       "ja": in de tekst van een taak staat wie ze doet
#   wanneer           kolommen met weken of maanden waarin een kruisje zegt wanneer
#   uitleg            kolommen die bij de taak blijven
#   kruisjes          kolommen met kruisjes: van wie ze zijn
#   namen             kolommen met namen: "verantwoordelijke", "uitvoerder", "back-up" of "wie"
#   clusterkruisjes   kolommen waarin een kruisje de cluster aanduidt
# Elke [[mensen]] is een lijst van mensen: blad, van, tot, naam, rol, uren en uren_per ("week").
# [clusters]  welke cluster een titel betekent      [tekens]  wat een letter betekent
# [vermoedens]  welke cluster een titel doet vermoeden, als een taak er zelf geen aanduidt
# [personen]  wie met een schrijfwijze bedoeld is   [rollen]  de rol van een persoon

"""
"""Stands above the table in a file of columns."""
