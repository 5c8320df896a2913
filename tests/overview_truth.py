"""The tasks that the invented overviews hold, in a school's own words: what an import must find."""

from collections.abc import Sequence
from typing import NamedTuple

from models.vocabulary import Cluster

T, P, B, A = (
    Cluster.TECHNICAL,
    Cluster.PEDAGOGICAL,
    Cluster.POLICY,
    Cluster.ADMINISTRATIVE,
)


class Truth(NamedTuple):
    """A task as the school means it; `who` holds initials of `PEOPLE`."""

    title: str
    cluster: Cluster
    core: bool
    who: str


PEOPLE = {
    "L": "Lien Lindenhof",
    "W": "Wout Berkenbos",
    "G": "Greet van den Hazelaar",
    "F": "Fatiha Wilgenaar",
}
"""Fictional people, by initial."""

TRUTHS: Sequence[Truth] = (
    Truth("Netwerk in de gaten houden en storingen verhelpen", T, True, "W"),
    Truth("Wifi uitbreiden in blok C", T, False, "W"),
    Truth("Servers en NAS: onderhoud", T, True, "W"),
    Truth("Firewall en internetfilter", T, True, "W"),
    Truth("Back-ups controleren", T, True, "WL"),
    Truth("Windows-updates uitrollen", T, False, "W"),
    Truth("Virusscanner opvolgen", T, False, "W"),
    Truth("Microsoft 365 beheren", T, True, "LW"),
    Truth("Intune en iPads", T, True, "W"),
    Truth("Nieuwe laptops klaarzetten voor het eerste jaar", T, False, "WG"),
    Truth("Laptops van leerlingen herstellen", T, False, "W"),
    Truth("Kopieermachines en printers", T, False, "WG"),
    Truth("Digitale borden en beamers nakijken", T, False, "W"),
    Truth("Eerstelijnshelpdesk tijdens de speeltijd", T, True, "LW"),
    Truth("Tickets toewijzen", T, True, "L"),
    Truth("Camera's aan de fietsenstalling", T, False, "W"),
    Truth("Klok en bel van de school", T, False, "W"),
    Truth("Geluid en beeld op het schoolfeest", T, False, "W"),
    Truth("Dronevluchten voor de sportdag filmen", T, False, "L"),
    Truth("Collega's begeleiden bij ICT in hun lessen", P, True, "L"),
    Truth("Leerlijn digitale vaardigheden", P, True, "L"),
    Truth("Pedagogische studiedag ICT voorbereiden", P, True, "LF"),
    Truth("ICT-café op donderdagmiddag", P, False, "L"),
    Truth("Startende leraren wegwijs maken in Smartschool", P, False, "L"),
    Truth("Digitaal lesmateriaal uittesten", P, False, "L"),
    Truth("Mediawijsheid en cyberpesten", P, False, "L"),
    Truth("Chatbots in de klas: afspraken en lessen", P, False, "L"),
    Truth("Instructiefilmpjes opnemen", P, False, "L"),
    Truth("Kalender van de openluchtklassen", P, False, "L"),
    Truth("ICT-beleidsplan herwerken", B, True, "FL"),
    Truth("Meerjarenbegroting ICT", B, True, "FW"),
    Truth("Directie adviseren bij aankopen", B, True, "WL"),
    Truth("Privacy en verwerkersregister", B, False, "F"),
    Truth("Stuurgroep ICT voorbereiden", B, True, "F"),
    Truth("Overleg met de scholengemeenschap", B, True, "F"),
    Truth("Subsidiedossier Digisprong", B, False, "F"),
    Truth("Accounts aanmaken en afsluiten", A, False, "G"),
    Truth("Wachtwoorden resetten", A, False, "GL"),
    Truth("Uitleendienst laptops", A, False, "G"),
    Truth("Waarborg en bruikleen", A, False, "G"),
    Truth("Schadegevallen en verzekering", A, False, "G"),
    Truth("Inventaris bijhouden", A, False, "G"),
    Truth("Softwarelicenties vernieuwen", A, False, "G"),
    Truth("Bestelbonnen en leveringen", A, False, "G"),
    Truth("Facturen nakijken", A, False, "G"),
    Truth("Onthaal van nieuwe personeelsleden: badge en account", A, True, "GF"),
)
