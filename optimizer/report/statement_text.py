"""Dutch words for mandates and for the grounds on which somebody has a task."""

from collections.abc import Callable, Mapping

from optimizer.report.statement import BasisKind, Mandate, MandateBasis, TaskMandate

DUTY_CAPTIONS: Mapping[Mandate, str] = {
    Mandate.LEADS: "Beslist, stuurt aan en is aanspreekpunt",
    Mandate.DOES: "Voert uit; iemand anders beslist",
    Mandate.STANDS_IN: "Is back-up voor",
}
GROUND_SENTENCES: Mapping[BasisKind, Callable[[MandateBasis], str]] = {
    BasisKind.PINNED: lambda g: "vastgezet in het werkboek",
    BasisKind.ONLY: lambda g: "de enige die dit mag, kan en er uren voor heeft",
    BasisKind.KEPT: lambda g: "deed dit al in het vorige plan",
    BasisKind.WISH: lambda g: f"doet dit graag (voorkeur {g.place})",
    BasisKind.FIT: lambda g: (
        f"past het best van {g.among}"
        if g.place == 1
        else f"past als {g.place}e van {g.among} die dit kunnen"
    ),
    BasisKind.LEARNS: lambda g: "leert bij: één niveau te kort, naast wie beslist",
    BasisKind.WATCHES: lambda g: "volgt het contract op; de firma doet het werk",
    BasisKind.CAN_TAKE_OVER: lambda g: "heeft alle gevraagde competenties",
    BasisKind.NEARLY: lambda g: "kan overnemen: hoogstens één niveau te kort",
}


def describe_grounds(duty: TaskMandate) -> str:
    """Why this person has this task, in one line."""
    return "; ".join(GROUND_SENTENCES[ground.kind](ground) for ground in duty.grounds)
