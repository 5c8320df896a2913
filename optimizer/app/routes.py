"""Every address of the application."""

from importlib.resources import files

from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from optimizer.app.screens import control, papers, plan, start, work

ROUTES: tuple[BaseRoute, ...] = (
    *start.ROUTES,
    *control.ROUTES,
    *plan.ROUTES,
    *papers.ROUTES,
    *work.ROUTES,
    Mount("/static", StaticFiles(directory=str(files("optimizer.app") / "static"))),
)
