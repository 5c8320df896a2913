"""The notebook of a study runs from its first cell to its last, with a bar on the way."""

from ast import literal_eval
from pathlib import Path
from typing import Any

import pytest
from machine import library

from optimizer.series.runner import Counts
from optimizer.series.study.notebook import bar, notebook_progress

nbclient = library("nbclient", "the extra ‘test’")
nbformat = library("nbformat", "the extra ‘test’")
NOTEBOOK = Path(__file__).parents[3] / "docs" / "voorbeelden" / "studie.ipynb"
PATIENCE_SECONDS = 900
TABLES = "bewijs codeboek resultaten samenvatting scholen verdeling verschillen winnaars"


def _outputs(notebook: Any, kind: str) -> dict[str, str]:  # noqa: ANN401
    """What every cell of code gave in one kind of text, by the name of the cell."""
    return {
        cell.id: output.data[kind]
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if kind in output.get("data", {})
    }


def test_the_notebook_runs() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "saved with results"
    nbclient.NotebookClient(notebook, timeout=PATIENCE_SECONDS).execute()
    told = _outputs(notebook, "text/plain")
    assert told["studie"] == "(32, 32)"
    assert "ict=1.7" in told["verschil"]
    assert "grootste eerst" in told["winnaars"]
    assert literal_eval(told["bladzijde"]) == [f"{name}.csv" for name in TABLES.split()]
    assert "32/32" in _outputs(notebook, "text/html")["studie"]


def test_outside_a_notebook_there_is_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    notebook_progress(5)(Counts(done=2))
    assert capsys.readouterr().out == ""
    assert 'max="5" value="2"' in bar(2, 5)
