"""What a sheet and a column are to the program, whatever they are called."""

from dataclasses import dataclass
from enum import StrEnum


class ColumnKind(StrEnum):
    """What a column holds; decides reading, number format and drop-down."""

    TEXT = "text"
    CODE = "code"
    CHOICE = "choice"
    NUMBER = "number"
    HOURS = "hours"
    EURO = "euro"
    PERCENT = "percent"
    COUNT = "count"
    LEVEL = "level"
    DATE = "date"


@dataclass(frozen=True)
class Column:
    """A column that the program knows.

    Attributes
    ----------
    key
        Its name in the code: the attribute of the record that it fills, where there is one.
    header
        Its Dutch header.
    help
        One or two plain Dutch sentences for the reading guide.
    kind
        What its cells hold.
    choices
        The Dutch words allowed in its cells, for a closed choice.
    synonyms
        Other headers that mean the same.
    required
        Whether the sheet is unusable without this column.
    default
        What an empty cell means, in Dutch words for the reading guide ("" = nothing special).
    width
        Sensible width in characters.
    result
        Whether the program fills it in, on a sheet that is otherwise the user's.
    repeats
        Whether a later column may have the same header and mean something else.
    """

    key: str
    header: str
    help: str
    kind: ColumnKind = ColumnKind.TEXT
    choices: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    required: bool = False
    default: str = ""
    width: float = 12.0
    result: bool = False
    repeats: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet that the program knows; the program refills `output` sheets at every run.

    A sheet that `yields` is left out where the user has one of that name for something else.
    """

    key: str
    name: str
    help: str
    columns: tuple[Column, ...]
    output: bool = False
    yields: bool = False

    @property
    def result_keys(self) -> tuple[str, ...]:
        """Keys of the columns that the program fills in on an input sheet."""
        return tuple(column.key for column in self.columns if column.result)

    def column(self, key: str) -> Column:
        """The column with this key; `KeyError` when there is none."""
        return {column.key: column for column in self.columns}[key]
