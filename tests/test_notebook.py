"""The example notebook runs from its first cell to its last, and says what it promises."""

from pathlib import Path
from typing import Any

from machine import library

nbclient = library("nbclient", "the extra ‘test’")
nbformat = library("nbformat", "the extra ‘test’")
NOTEBOOK = Path(__file__).parents[1] / "docs" / "voorbeelden" / "waarom.ipynb"
PATIENCE_SECONDS = 300


def _results(notebook: Any) -> dict[str, str]:  # noqa: ANN401
    """What every cell of code returned, by the name of the cell."""
    return {
        cell.id: output.data["text/plain"]
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if output.output_type == "execute_result"
    }


def test_the_notebook_runs() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "saved with results"
    nbclient.NotebookClient(notebook, timeout=PATIENCE_SECONDS).execute()
    results = _results(notebook)
    assert set(results) == {"plan", "persoon", "vraag", "curven", "verlies"}
    assert "('core', 0, True)" in results["plan"] or "('core', 60, True)" in results["plan"]
    assert "exact" in results["vraag"]
    assert "'helpdesk', 2" in results["verlies"]
