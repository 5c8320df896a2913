"""Why a series of runs cannot begin or go on."""

from models.errors import TaakverdelerError


class SeriesError(TaakverdelerError):
    """The place of work or the journal fails; `code` names why, `facts` say what.

    The sentence for each code is in `optimizer/report/batch_text.py`.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(f"{code}: {facts}")
        self.code = code
        self.facts = facts
