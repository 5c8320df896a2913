"""The colours of the drawings: names that the style sheet gives a value in light and in dark."""

from collections.abc import Mapping

from models.vocabulary import Funding

INK, SOFT, GRID = "#01fe01", "#02fe02", "#03fe03"
HUES = ("#04fe04", "#05fe05", "#06fe06", "#07fe07", "#08fe08")
"""Placeholders: colours that nothing else has, so that they can be found in a drawing."""
VARIABLES: Mapping[str, str] = {
    INK: "var(--ink)",
    SOFT: "var(--soft)",
    GRID: "var(--grid)",
    **{hue: f"var(--hue{number})" for number, hue in enumerate(HUES, start=1)},
}
FUNDING_HUES: Mapping[Funding, str] = {
    Funding.ICT: HUES[0],
    Funding.BPT: HUES[1],
    Funding.OTHER: HUES[2],
}
TRAVEL_HUE = HUES[3]
MISSING_HUE = GRID
