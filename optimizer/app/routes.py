"""Every address of the application."""

from importlib.resources import files

from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from optimizer.app.screens import (
    adoption,
    board,
    comparing,
    control,
    means,
    papers,
    people,
    plan,
    registered,
    replacing,
    screening,
    start,
    steps,
    tasks,
    what_if,
    wishes,
    work,
    year,
)

ROUTES: tuple[BaseRoute, ...] = (
    *start.ROUTES,
    *steps.ROUTES,
    *people.ROUTES,
    *screening.ROUTES,
    *replacing.ROUTES,
    *tasks.ROUTES,
    *wishes.ROUTES,
    *registered.ROUTES,
    *means.ROUTES,
    *control.ROUTES,
    *plan.ROUTES,
    *adoption.ROUTES,
    *board.ROUTES,
    *what_if.ROUTES,
    *comparing.ROUTES,
    *year.ROUTES,
    *papers.ROUTES,
    *work.ROUTES,
    Mount("/static", StaticFiles(directory=str(files("optimizer.app") / "static"))),
)
