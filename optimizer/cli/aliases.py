"""The English names that scripts may use, beside the Dutch ones that help and documentation show.

Click looks a word up in `dutch_word` where it knows no command or option of that name
(`token_normalize_func`), so an alias stands nowhere else: not in a command, not in its help.
"""

COMMANDS = {
    "template": "sjabloon",
    "check": "controleer",
    "optimize": "optimaliseer",
    "explain": "verklaar",
    "report": "verslag",
    "batch": "reeks",
    "simulate": "simuleer",
    "import": "importeer",
    "replace": "vervang",
    "versions": "versies",
    "hours": "uren",
}
OPTIONS = {
    "output": "uit",
    "in-place": "in-bestand",
    "deterministic": "herhaalbaar",
    "quiet": "stil",
    "resume": "hervat",
    "jobs": "werkers",
    "help": "hulp",
}
"""Without the dashes, as click asks for them."""


def dutch_word(word: str) -> str:
    """The Dutch name of a command or an option."""
    return COMMANDS.get(word) or OPTIONS.get(word, word)
