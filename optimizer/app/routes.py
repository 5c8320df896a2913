"""Every address of the application."""

from importlib.resources import files

from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from optimizer.app.screens import control, means, papers, people, plan, start, tasks, work

ROUTES: tuple[BaseRoute, ...] = (
    *start.ROUTES,
    *people.ROUTES,
    *tasks.ROUTES,
    *means.ROUTES,
    *control.ROUTES,
    *plan.ROUTES,
    *papers.ROUTES,
    *work.ROUTES,
    Mount("/static", StaticFiles(directory=str(files("optimizer.app") / "static"))),
)
