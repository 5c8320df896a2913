"""Dutch words for why more money for firms buys nothing."""

from collections.abc import Mapping

from models.advice import NoPurchase

NO_PURCHASE: Mapping[NoPurchase, str] = {
    NoPurchase.NOT_OFFERED: (
        "geen enkele taak mag uitbesteed worden (kolom ‘uitbesteden %’ op het blad Taken)"
    ),
    NoPurchase.NO_RATE: (
        "wat uitbesteed mag worden, heeft geen tarief: vul tarief_standaard in op het blad "
        "Instellingen, of ‘tarief’ op het blad Taken"
    ),
    NoPurchase.NO_WATCHER: (
        "niemand kan verantwoordelijk zijn voor wat een firma doet: daarvoor mag iemand hoogstens "
        "één niveau te kort komen"
    ),
    NoPurchase.ALL_BOUGHT: "firma’s doen al alles wat ze mogen doen",
    NoPurchase.NO_GAP: "er blijft geen werk liggen",
    NoPurchase.MONEY_LEFT: "er is nu al genoeg geld over",
}


def buys_nothing(reason: NoPurchase) -> str:
    """A sentence that begins after the name of the money."""
    return f"meer geld koopt niets, want {NO_PURCHASE[reason]}."
