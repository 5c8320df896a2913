"""Dutch words for mandates and for the grounds on which somebody has a task."""

from collections.abc import Callable, Mapping

from optimizer.report.statement import Duty, Ground, GroundKind, Mandate

DUTY_CAPTIONS: Mapping[Mandate, str] = {
    Mandate.LEADS: "Beslist, stuurt aan en is aanspreekpunt",
    Mandate.DOES: "Voert uit; iemand anders beslist",
    Mandate.STANDS_IN: "Vervangt wie beslist, als die er niet is",
}
GROUND_SENTENCES: Mapping[GroundKind, Callable[[Ground], str]] = {
    GroundKind.PINNED: lambda g: "vastgezet in het werkboek",
    GroundKind.ONLY: lambda g: "de enige die dit mag, kan en er uren voor heeft",
    GroundKind.KEPT: lambda g: "deed dit al in het vorige plan",
    GroundKind.WISH: lambda g: f"doet dit graag (voorkeur {g.place})",
    GroundKind.FIT: lambda g: (
        f"past het best van {g.among}"
        if g.place == 1
        else f"past als {g.place}e van {g.among} die dit kunnen"
    ),
    GroundKind.LEARNS: lambda g: "leert bij: één niveau te kort, naast wie beslist",
    GroundKind.WATCHES: lambda g: "volgt het contract op; de firma doet het werk",
    GroundKind.CAN_TAKE_OVER: lambda g: "heeft alle gevraagde competenties",
    GroundKind.NEARLY: lambda g: "kan overnemen: hoogstens één niveau te kort",
}


def describe_grounds(duty: Duty) -> str:
    """Why this person has this task, in one line."""
    return "; ".join(GROUND_SENTENCES[ground.kind](ground) for ground in duty.grounds)
