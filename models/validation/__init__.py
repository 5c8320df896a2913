"""Checks of the input: every check runs, none stops the rest, each returns issues with cells.

What follows from an error waits until that is mended: see `models.validation.waiting`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from models.instance import Instance, build_instance
from models.issues import Issue
from models.problem import ProblemData
from models.validation.codes import (
    check_competences,
    check_duplicates,
    check_homes,
    check_names,
    check_not_empty,
    check_reaches,
    check_reserved_codes,
)
from models.validation.coverage import check_competent_people, check_people_have_hours
from models.validation.deviations import (
    check_deviation_codes,
    check_deviation_contents,
    check_deviations_match,
    check_plan_codes,
)
from models.validation.funding import (
    check_appointments_fit_points,
    check_bpt_ceiling,
    check_bpt_homes,
    check_firm_rates,
    check_open_appointments,
    check_post_prices,
)
from models.validation.pin_totals import (
    check_pin_counts,
    check_pin_hours,
    check_pin_roles,
    check_pinned_firms,
    check_pins_agree,
)
from models.validation.pinned_idle import check_pinned_have_hours
from models.validation.pinned_levels import check_pins_choose
from models.validation.pins import check_pinned_people
from models.validation.points import (
    check_class_counts,
    check_class_totals,
    check_computed_points,
)
from models.validation.ranges import check_levels, check_ranges, check_rates, check_weekly_hours
from models.validation.roles import check_pins_against_roles, check_roles
from models.validation.unfilled import (
    check_counts_filled_in,
    check_hours_filled_in,
    check_levels_filled_in,
)
from models.validation.waiting import Sieve
from models.validation.year import (
    check_days_of_people,
    check_plan_from,
    check_school_year,
    check_year_rows,
)

CHECKS: tuple[Callable[[ProblemData], list[Issue]], ...] = (
    check_not_empty,
    check_duplicates,
    check_names,
    check_reserved_codes,
    check_homes,
    check_reaches,
    check_ranges,
    check_rates,
    check_levels,
    check_roles,
    check_weekly_hours,
    check_class_counts,
    check_class_totals,
    check_computed_points,
    check_competences,
    check_levels_filled_in,
    check_counts_filled_in,
    check_deviation_codes,
    check_deviation_contents,
    check_plan_codes,
    check_bpt_homes,
    check_bpt_ceiling,
    check_school_year,
    check_plan_from,
    check_days_of_people,
    check_year_rows,
)
"""Checks of the records as they stand."""

INSTANCE_CHECKS: tuple[Callable[[Instance], list[Issue]], ...] = (
    check_deviations_match,
    check_hours_filled_in,
    check_people_have_hours,
    check_post_prices,
    check_appointments_fit_points,
    check_open_appointments,
    check_firm_rates,
    check_competent_people,
    check_pinned_have_hours,
    check_pinned_people,
    check_pins_against_roles,
    check_pin_hours,
    check_pins_agree,
    check_pins_choose,
    check_pin_counts,
    check_pin_roles,
    check_pinned_firms,
)
"""Checks of what the records mean together: demands, capacities, who may do what."""


@dataclass(frozen=True)
class Examined:
    """What is wrong or doubtful in a problem, and the problem indexed on the way."""

    issues: tuple[Issue, ...]
    instance: Instance


def examine(data: ProblemData) -> Examined:
    """Index a problem and find everything that is wrong or doubtful in it."""
    sieve = Sieve(data)
    issues = sieve.sift([issue for check in CHECKS for issue in check(data)])
    instance = build_instance(data)
    issues += sieve.sift([issue for check in INSTANCE_CHECKS for issue in check(instance)])
    return Examined((*issues, *sieve.notice()), instance)


def validate(data: ProblemData) -> tuple[Issue, ...]:
    """Everything that is wrong or doubtful in a problem."""
    return examine(data).issues
