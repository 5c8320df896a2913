"""A bar in a notebook that shows how far a study is."""

from collections.abc import Callable
from html import escape
from importlib import import_module
from sys import modules

from optimizer.report.study.sentences import PROGRESS
from optimizer.series.runner import Counts


def notebook_progress(total: int) -> Callable[[Counts], None]:
    """What shows the counts when this runs in a notebook, and shows nothing elsewhere."""
    shell = getattr(modules.get("IPython"), "get_ipython", lambda: None)()
    if type(shell).__name__ != "ZMQInteractiveShell":
        return lambda counts: None
    display = import_module("IPython.display")
    shown = display.display(display.HTML(bar(0, total)), display_id=True)

    def show(counts: Counts) -> None:
        shown.update(display.HTML(bar(counts.total, total)))

    return show


def bar(done: int, total: int) -> str:
    """The bar itself."""
    label = escape(PROGRESS)
    return f'<progress max="{total}" value="{done}" aria-label="{label}"></progress> {done}/{total}'
