"""The vacancy in Dutch: who is sought, for which tasks, and what the post costs in points."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil

from models.advice import Gap, Profile, Remedy
from models.instance import Instance
from models.problem import GROUP
from models.units import hours
from models.vocabulary import Diploma, OnSite, Role
from optimizer.report.advice_text import effect
from optimizer.report.document import Block, Bullets, Heading, Paragraph, Table
from optimizer.report.dutch import in_words
from optimizer.report.wording import plain
from optimizer.workbook import labels

NOTHING = (
    "Geen vacature: er zijn geen onbedekte kerntaken waarvoor naast techniek ook andere "
    "competenties nodig zijn. Zie ‘taakverdeler advies’ voor de andere hiaten."
)
WRITTEN = (
    "{path} is geschreven: {number:vacature|vacatures} en {small} te klein daarvoor, samen {hours} "
    "uur per jaar."
)
SUFFIX = "De vacature moet eindigen op .docx of .md."
TITLES = {
    Role.TECHNICAL_COORDINATOR: "technisch ICT-coördinator",
    Role.PEDAGOGICAL_COORDINATOR: "pedagogisch ICT-coördinator",
}
SHARE_OF_POST = 10
"""A vacancy is for at least a tenth of a full-time post: for less nobody changes jobs."""
LEVEL_WORDS = ("geen", "basis", "zelfstandig", "gevorderd", "expert")
OWN_WORDS = (
    "Vul zelf aan: contactpersoon, uiterste datum, statuut en verloning, en wie over welke taken "
    "beslist."
)


def vacancy_blocks(
    instance: Instance, profiles: Sequence[Profile], remedies: Sequence[Remedy]
) -> Iterator[Block]:
    """One vacancy after the other, each with the gaps that it would close; then what is too small.

    What is too small for a post is listed together, with what could be shared within the group.
    """
    hires = {remedy.gaps: remedy for remedy in remedies if remedy.hire is not None}
    posts, small = split_by_size(instance, profiles)
    for profile in posts:
        yield from _vacancy(instance, profile, hires.get(profile.gaps))
    if small:
        yield from _too_small(instance, small)


def split_by_size(
    instance: Instance, profiles: Sequence[Profile]
) -> tuple[list[Profile], list[Profile]]:
    """The profiles that make a post of their own, and those that are too small for one."""
    settings = instance.settings
    posts = [each for each in profiles if each.weekly(settings) >= least_weekly(instance)]
    small = [each for each in profiles if each.weekly(settings) < least_weekly(instance)]
    return posts, small


def least_weekly(instance: Instance) -> Decimal:
    """Hours a week of the smallest post that is worth a vacancy."""
    return instance.settings.fulltime_hours / SHARE_OF_POST


def _too_small(instance: Instance, profiles: Sequence[Profile]) -> Iterator[Block]:
    yield Heading("Te klein voor een eigen vacature")
    yield Paragraph(
        f"Minder dan {plain(least_weekly(instance))} uur per week, een tiende van een voltijdse "
        "betrekking: breid een aanstelling uit, of deel een betrekking binnen de scholengroep."
    )
    shared = list(_shared(instance, profiles))
    if shared:
        yield Bullets(tuple(shared))
    rows = tuple(
        (
            _place(instance, profile),
            TITLES[profile.role],
            plain(profile.weekly(instance.settings)),
            "; ".join(_titles(instance, profile.gaps)),
        )
        for profile in profiles
    )
    yield Table(("waar", "functie", "uren per week", "taken"), rows)


def _shared(instance: Instance, profiles: Sequence[Profile]) -> Iterator[str]:
    """What small posts of one kind at several units come to together, where that is a post."""
    for role, title in TITLES.items():
        same = [each for each in profiles if each.role is role]
        places = list(dict.fromkeys(_place(instance, each) for each in same))
        weekly = sum((each.weekly(instance.settings) for each in same), Decimal(0))
        if len(places) > 1 and weekly >= least_weekly(instance):
            yield (
                f"Eén gedeelde {title} voor {in_words(places)}: samen {plain(weekly)} uur per week."
            )


def _vacancy(instance: Instance, profile: Profile, remedy: Remedy | None) -> Iterator[Block]:
    title, weekly = TITLES[profile.role], profile.weekly(instance.settings)
    place = _place(instance, profile)
    yield Heading(f"Vacature: {title}, {place}")
    yield Paragraph(
        f"{place[0].upper()}{place[1:]} zoekt een {title} (m/v/x) voor {plain(weekly)} uur per "
        f"week ({profile.hours} uur per schooljaar, gespreid over "
        f"{plain(instance.settings.ict_weeks)} weken)."
    )
    yield from _posts(instance, weekly)
    yield Heading("De opdracht", 2)
    yield Paragraph("De kern van de opdracht:")
    yield _tasks(instance, profile.core)
    if profile.others:
        yield Paragraph("Ook deze taken, die geen andere competenties vragen:")
        yield _tasks(instance, profile.others)
    yield Paragraph(_where(instance, profile))
    yield Heading("Wat we vragen", 2)
    yield from _levels(profile)
    yield Heading("De betrekking in ICT-punten", 2)
    yield from _prices(instance, weekly)
    yield Heading("Voor uzelf: wat dit oplost (niet voor de vacature)", 2)
    yield from _closed(instance, profile, remedy)
    yield Paragraph(OWN_WORDS)


def _levels(profile: Profile) -> Iterator[Block]:
    if not profile.levels:
        yield Paragraph("De taken vragen geen bijzondere competenties.")
        return
    asked = (f"{name}: niveau {n} ({LEVEL_WORDS[n]})" for name, n in profile.levels.items())
    yield Bullets(tuple(asked))
    yield Paragraph("Van 0 (geen) tot 4 (expert); zelfstandig werken begint bij 2.")


def _posts(instance: Instance, weekly: Decimal) -> Iterator[Block]:
    """How many posts the work fills, when one person cannot do it."""
    posts = ceil(weekly / instance.settings.fulltime_hours)
    if posts > 1:
        yield Paragraph(f"Dat is werk voor {posts} mensen; wat hieronder staat, geldt voor één.")


def _place(instance: Instance, profile: Profile) -> str:
    """The name of the school, or of the whole group."""
    if profile.unit == GROUP:
        return "de scholengroep"
    names = {school.code: school.name for school in instance.data.schools}
    return names.get(profile.unit) or f"school {profile.unit}"


def _titles(instance: Instance, gaps: Sequence[Gap]) -> Iterator[str]:
    """`Netwerk bewaken (T01)`: no code without its name."""
    titles = {task.number: task.title for task in instance.data.tasks}
    return (f"{titles[gap.task.task]} ({gap.task.task})" for gap in gaps)


def _tasks(instance: Instance, gaps: Sequence[Gap]) -> Table:
    tasks = {task.key: task.task for task in instance.tasks}
    grain = instance.settings.grain
    rows = tuple(
        (
            gap.task.task,
            tasks[gap.task].title,
            labels.CLUSTERS[tasks[gap.task].cluster],
            str(hours(gap.shortfall, grain)),
        )
        for gap in gaps
    )
    return Table(("nr", "taak", "cluster", "uren per jaar"), rows)


def _where(instance: Instance, profile: Profile) -> str:
    tasks = {task.key: task.task for task in instance.tasks}
    near = [gap for gap in profile.gaps if tasks[gap.task].on_site is not OnSite.NO]
    if not near:
        return "Al dit werk kan ook van op afstand."
    grains = sum(gap.shortfall for gap in near)
    return (
        f"Hiervan is {hours(grains, instance.settings.grain)} uur per jaar werk dat helemaal of "
        "deels ter plaatse gebeurt."
    )


def _prices(instance: Instance, weekly: Decimal) -> Iterator[Block]:
    """What the post costs per diploma, by the figures of the workbook alone."""
    settings = instance.settings
    part = Fraction(weekly) / Fraction(settings.fulltime_hours)
    rows = []
    for diploma in Diploma:
        price = settings.post_prices.get(diploma)
        cost = "niet ingevuld" if price is None else _points(Fraction(price) * part)
        full = "niet ingevuld" if price is None else plain(price)
        rows.append((labels.DIPLOMAS[diploma], full, cost))
    yield Table(("diploma", "punten voltijds", "punten voor deze betrekking"), tuple(rows))
    yield Paragraph(
        f"Voltijds is {plain(settings.fulltime_hours)} uur per week. De punten zijn die van het "
        "blad Instellingen; wat daar leeg is, wordt niet geschat."
    )


def _points(points: Fraction) -> str:
    return plain(Decimal(round(points * 100)) / 100)


def _closed(instance: Instance, profile: Profile, remedy: Remedy | None) -> Iterator[Block]:
    grain = instance.settings.grain
    missing = hours(sum(gap.shortfall for gap in profile.core), grain)
    titles = "; ".join(_titles(instance, profile.core))
    yield Paragraph(
        f"Nu blijft hiervan {missing} uur per jaar liggen aan kerntaken ({titles}), en "
        f"{profile.hours - missing} uur aan andere taken."
    )
    if remedy is not None:
        yield Paragraph(f"Nagerekend effect op het plan: {effect(instance, remedy)}.")
