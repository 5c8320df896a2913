"""What a cell means that refers to other rows: a code, a name, a list of them, or a pattern."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase

from models.issues import error
from optimizer.workbook.read import values
from optimizer.workbook.read.matching import clean, fold
from optimizer.workbook.read.rows import Row

_PATTERN_SIGNS = frozenset("*?")
_AND = re.compile(r"\s+en\s+", re.IGNORECASE)


class Codes:
    """The codes that exist, with the names by which they may be meant as well.

    `names` gives the name of each code, empty when it has none; `groups` the codes that one word
    stands for, such as those of the tasks of a cluster. With `by_part` some words of a name are
    enough where they are in one name alone, as for people; a part of a title says too little.
    """

    def __init__(
        self,
        names: Mapping[str, str],
        groups: Mapping[str, Iterable[str]] | None = None,
        *,
        by_part: bool = False,
    ) -> None:
        self._names = names
        self._by_fold = {fold(code): code for code in names}
        self._words = {code: tuple(fold(name).split()) for code, name in names.items()}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for code, words in self._words.items():
            self._by_name[" ".join(words)].append(code)
        self._groups = {fold(word): tuple(codes) for word, codes in (groups or {}).items()}
        self._takes_parts = by_part
        self._known: dict[str, tuple[str, ...]] = {}

    def name(self, code: str) -> str:
        """The name of a code; empty when it has none, or does not exist."""
        return self._names.get(code, "")

    def meant(self, text: str) -> tuple[str, ...]:
        """The codes that a text can mean: itself, else by a whole name, else by part of one.

        More than one means that the text does not say which; none that there is no such code.
        """
        folded = fold(text)
        if not folded:
            return ()
        if folded in self._by_fold:
            return (self._by_fold[folded],)
        if folded not in self._known:
            self._known[folded] = tuple(self._by_name.get(folded) or self._by_part(folded))
        return self._known[folded]

    def resolve(self, text: str) -> str:
        """The one code that a reference means; the text itself when there is not one."""
        found = self.meant(text)
        return found[0] if len(found) == 1 else text

    def together(self, text: str) -> tuple[str, ...] | None:
        """The codes for which a word or a pattern such as `P*` stands; `None` for another text."""
        if fold(text) in self._groups:
            return self._groups[fold(text)]
        if not _PATTERN_SIGNS & {*text}:
            return None
        return tuple(
            code for folded, code in self._by_fold.items() if fnmatchcase(folded, fold(text))
        )

    def _by_part(self, folded: str) -> Iterator[str]:
        """The codes in whose name these words follow each other, where a part may do."""
        wanted = tuple(folded.split())
        for code, words in self._words.items() if self._takes_parts else ():
            starts = range(len(words) - len(wanted) + 1)
            if any(words[start : start + len(wanted)] == wanted for start in starts):
                yield code


def reference(row: Row, text: str, key: str, codes: Codes) -> str:
    """The code that a text in a cell means; an issue when it can mean several."""
    found = codes.meant(text)
    if len(found) > 1:
        row.issues.append(error("ambiguous-name", row.cell(key).where, found=text, expected=found))
    return codes.resolve(text)


def references(row: Row, key: str, codes: Codes, everything: str | None = None) -> dict[str, bool]:
    """Every code that a cell names, and whether it does so by a word or pattern for several.

    The text `everything` is not looked up: it is a code of its own. A text without a meaning
    stands for itself, so that it can be refused where codes are checked.
    """
    text = row.text(key)
    parts = (text,) if codes.meant(text) else _parts(row, key, codes)
    found: dict[str, bool] = {}
    for part in parts:
        together = None if part == everything else codes.together(part)
        if together:
            found.update({code: found.get(code, True) for code in together})
        elif part == everything:
            found[part] = False
        else:
            found[reference(row, part, key, codes)] = False
    return found


def _parts(row: Row, key: str, codes: Codes) -> Iterator[str]:
    """The entries of a list; `Noor en Bas` is two where each of them is known."""
    for part in values.parts(row.cell(key)):
        pieces = [clean(piece) for piece in _AND.split(part)]
        is_list = not codes.meant(part) and all(map(codes.meant, pieces))
        yield from pieces if is_list else (part,)
