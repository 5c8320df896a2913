"""The Dutch sentence for each issue about the school year and its dates, by code."""

from collections.abc import Mapping

YEAR: Mapping[str, str] = {
    "not-a-date": (
        "hier staat ‘{found}’; verwacht wordt een datum, zoals 1/2/2027 (dag, maand, jaar)."
    ),
    "ends-before-it-begins": "hier staat {found}, en dat is vroeger dan het begin ({first}).",
    "school-year-unknown": (
        "hier staat ‘{found}’; om met datums of maanden te rekenen is een schooljaar nodig, zoals "
        "2026-2027."
    ),
    "plan-from-outside": (
        "hier staat {found}; kies een dag waarna er nog schooldagen zijn, van {first} tot {last}, "
        "of maak de cel leeg om het hele schooljaar te plannen."
    ),
    "person-outside-year": (
        "{person} is er dit schooljaar niet: de datum is {found}. Kijk ‘van’ en ‘tot’ na."
    ),
    "free-days-outside-year": (
        "deze dagen vallen niet in {year} en tellen niet mee: {found}. Het programma neemt de "
        "vakanties volgens de regel; maak de oude rijen leeg of vul de nieuwe data in."
    ),
}
"""What is wrong with the school year, the sheet of it, and the days of people."""
