"""Hours in any wording: ‘2u/week’, ‘1,5 u’, ‘30 min/dag’, ‘2-3u/maand’, ‘naar behoefte’."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from models.settings import Settings
from optimizer.workbook.read.matching import fold

HOUR_WORD = re.compile(
    r"(?<![a-z])(u|h|uur|uren|uurtje|uurtjes|hours?|min|minuten|minuut|tijd|tijdsbesteding"
    r"|tijdsinvestering|jaaruren|weekuren|duur)(?![a-z])"
)
SCHOOL_WEEKS = Settings().school_weeks
"""Weeks of a school year, for hours that an overview gives per week."""
_NUMBER = r"(?:\d+(?:[.,]\d+)?|[.,]\d+)"
_AMOUNT = re.compile(
    rf"(?P<times>\d+)\s*(?:x|maal|keer)\s*(?=\d)|(?P<least>{_NUMBER})\s*(?:-|a|tot|of)\s*"
    rf"(?P<most>{_NUMBER})|(?P<clock>\d+)\s*(?:u|h|:|uur)\s*(?P<minutes>[0-5]\d)(?!\d)"
    rf"|(?P<one>{_NUMBER})"
)
_TIMES_A_PERIOD = re.compile(r"\b\d+\s*(?:x|maal|keer)\s*(?:per|/)\s*\w+")
_WEEK_NUMBER = re.compile(r"(?:week|wk|w)\s*\d+")
_MINUTES = re.compile(r"\d\s*(?:min|minuten|minuut|')(?![a-z])")
_DAYS = re.compile(r"\d\s*(?:dag|dagen|d)(?![a-z])(?!\s*/)")
_EVERY = re.compile(r"(?:per|/|om de|elke|iedere)\s*(?P<count>\d+)\s*(?P<unit>weken|wk|dagen)")
_PARTS = {"½": ",5", "¼": ",25", "¾": ",75"}
_ONE_HOUR = re.compile(r"\d\s*(?:u|h)(?![a-z])|lestijd|lesuur|lesuren")
_HALF_WORDS = {"half uur": "0,5 u", "halfuur": "0,5 u", "anderhalf uur": "1,5 u",
               "half uurtje": "0,5 u", "kwartier": "15 min", "halve dag": "4 u",
               "voormiddag": "x 4 u", "namiddag": "x 4 u",
               "een uur": "1 u", "een dag": "1 dag", "1/2": "0,5", "1/4": "0,25"}  # fmt: skip
_CENT = Decimal("0.01")
_HOURS_A_DAY = Decimal(8)
"""Clock hours of a day of work, for ‘2 dagen’."""


class Period(StrEnum):
    """What hours are counted per."""

    DAY = "dag"
    WEEK = "week"
    MONTH = "maand"
    TERM = "trimester"
    HALF_YEAR = "semester"
    YEAR = "jaar"


TIMES_A_YEAR: Mapping[Period, Decimal] = {
    Period.DAY: SCHOOL_WEEKS * 5,
    Period.WEEK: SCHOOL_WEEKS,
    Period.MONTH: Decimal(10),
    Period.TERM: Decimal(3),
    Period.HALF_YEAR: Decimal(2),
    Period.YEAR: Decimal(1),
}
"""How often each comes in a school year: its weeks of five days, September to June."""
_WORDS = (
    (Period.DAY, r"(?:per|/|p\.?|elke|iedere|a)\s*(?:school)?(?:dag|d)(?![a-z])|dagelijks|per dag"),
    (Period.WEEK, r"(?:per|/|p\.?|elke|iedere|op)\s*(?:w|wk|week)(?![a-z])|wekelijks|weekuren"
                  r"|p\.?w\b|(?<![a-z])week(?![a-z])"),
    (Period.MONTH, r"(?:per|/|p\.?|elke|iedere)\s*(?:m|mnd|maand)(?![a-z])|maandelijks|p\.?m\b"
                   r"|(?<![a-z])maand(?![a-z])"),
    (Period.TERM, r"(?:per|/|elk|ieder)\s*(?:trim|trimester)|trimestrieel"),
    (Period.HALF_YEAR, r"(?:per|/|elk)\s*(?:sem|semester|halfjaar)|halfjaarlijks"),
    (Period.YEAR, r"(?:per|/|p\.?|elk)\s*(?:j|jr|jaar|schooljaar)(?![a-z])|jaarlijks|jaaruren"
                  r"|p\.?j\b|(?<![a-z])(?:school)?jaar(?:basis)?(?![a-z])|totaal"),
)  # fmt: skip
_PERIODS = tuple((period, re.compile(pattern)) for period, pattern in _WORDS)
_ONCE = re.compile(
    r"zomer|vakantie|januari|februari|maart|april|mei\b|juni|juli|augustus|september|oktober"
    r"|november|december|\b(?:jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b|eenmalig|in totaal"
    r"|begin (?:van het )?schooljaar|einde (?:van het )?schooljaar|start|opstart"
)
"""Work of one time of the year: its hours are those of the year."""
_OPEN = re.compile(
    r"behoefte|variabel|varieert|divers|afhankelijk|wisselend|ad hoc|geen idee|weet niet|onbekend"
    r"|te bepalen|tbd|nodig|\?"
)
_NOTHING = frozenset({"n.v.t.", "nvt", "n.v.t", "niet van toepassing", "nihil", "geen", "-", "/"})


class Hours(NamedTuple):
    """What a text says of hours: how many, and per what as far as it says so."""

    amount: Decimal
    period: Period | None

    def a_year(self, period: Period) -> Decimal:
        """Clock hours a school year; `period` holds when the text names none."""
        return (self.amount * TIMES_A_YEAR[self.period or period]).quantize(_CENT, ROUND_HALF_UP)


def period_in(text: str) -> Period | None:
    """The period that a folded text names."""
    return next((period for period, known in _PERIODS if known.search(text)), None)


def read_hours(text: str) -> Hours | None:
    """The hours that a text says; `None` when it says none, or something else as well."""
    word = text
    for sign, plain in _PARTS.items():
        word = re.sub(rf"(\d*)\s*{sign}", rf"\g<1>{plain}", word)
    word = fold(word).strip(" .~±")
    for phrase, plain in _HALF_WORDS.items():
        word = word.replace(phrase, plain)
    amount = _amount(_WEEK_NUMBER.sub("", _TIMES_A_PERIOD.sub("", word)))
    if amount is None or not _is_time(word):
        return None
    if every := _EVERY.search(word):
        per = Period.WEEK if every["unit"].startswith("w") else Period.DAY
        return Hours(amount * TIMES_A_YEAR[per] / int(every["count"]), Period.YEAR)
    if often := _TIMES_A_PERIOD.search(word):
        times = Decimal(re.findall(r"\d+", often[0])[0])
        return Hours(amount * times, period_in(often[0]) or Period.YEAR)
    return Hours(amount, period_in(word) or (Period.YEAR if _ONCE.search(word) else None))


def is_open(text: str) -> bool:
    """Whether a text says that the hours are not fixed: ‘naar behoefte’, ‘?’."""
    return bool(_OPEN.search(fold(text)))


def is_nothing(text: str) -> bool:
    """Whether a text says that there are no hours: ‘n.v.t.’."""
    return fold(text) in _NOTHING


def _amount(text: str) -> Decimal | None:
    """The number of clock hours in a folded text; a range counts for its middle."""
    hours, times = None, Decimal(1)
    for found in _AMOUNT.finditer(text):
        if found["times"]:
            times *= Decimal(found["times"])
        elif hours is None:
            hours = _value(found)
    if hours is None:
        return None
    if _MINUTES.search(text):
        hours /= 60
    elif _DAYS.search(text) and not HOUR_WORD.search(text):
        hours *= _HOURS_A_DAY
    return hours * times


def _value(found: re.Match[str]) -> Decimal:
    if found["least"]:
        return (_decimal(found["least"]) + _decimal(found["most"])) / 2
    if found["clock"]:
        return Decimal(found["clock"]) + Decimal(found["minutes"]) / 60
    return _decimal(found["one"])


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _is_time(text: str) -> bool:
    """Whether a text is about time: a number alone, or beside a word for it."""
    if not any(map(str.isalpha, text)):
        return True
    known = (HOUR_WORD, _MINUTES, _DAYS, _ONCE)
    about = any(pattern.search(text) for pattern in known) or period_in(text)
    return bool(about or _ONE_HOUR.search(text))
