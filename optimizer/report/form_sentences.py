"""The Dutch sentences for forms of a screening, the guided start and files of registrations."""

from collections.abc import Mapping

FORMS: Mapping[str, str] = {
    "form-unknown": "{file} is geen formulier van een screening en is niet gelezen.",
    "form-of-nobody": (
        "{file} is van ‘{found}’, die niet in het werkboek staat; het is niet gelezen."
    ),
    "form-answer": "hier staat {found}; er wordt een getal van {expected} verwacht.",
    "registration-incomplete": (
        "in deze rij staat geen tijd, of niet waarover ze gaat; ze telt niet mee."
    ),
    "registration-day": "‘{found}’ is geen dag die gelezen kan worden; de uren tellen wel mee.",
    "registration-school": "‘{found}’ is geen school van dit werkboek.",
    "steps-pending": (
        "antwoorden op dit blad zijn nog niet uitgevoerd: bij {place} hoort {value}. Doe "
        "‘taakverdeler stappen’ met --niet-vragen; dan worden ze uitgevoerd."
    ),
    "step-answer": "hier staat ‘{found}’; antwoord met één van: {expected}.",
}
