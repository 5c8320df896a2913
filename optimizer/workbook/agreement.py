"""Words that agree with a number: `1 taak`, `3 taken`."""

from collections.abc import Mapping


class Agreeing(str):
    """A text that knows its number, so that a sentence can agree with it.

    `{tasks:taak|taken}` is the text and the word that goes with it, `{tasks:=vraagt|vragen}` that
    word alone.
    """

    number: object

    def __new__(cls, text: object, number: object) -> "Agreeing":
        """Keep the number beside the text."""
        made = super().__new__(cls, text)
        made.number = number
        return made

    def __format__(self, spec: str) -> str:
        """The text, with the word that agrees with it; the word alone after `=`."""
        if not spec:
            return str(self)
        one, _, many = spec.removeprefix("=").partition("|")
        word = one if self.number == 1 else many
        return word if spec.startswith("=") else f"{self} {word}"


def agreeing(facts: Mapping[str, object]) -> dict[str, Agreeing]:
    """Facts for a sentence with words that agree with them."""
    return {name: Agreeing(value, value) for name, value in facts.items()}
