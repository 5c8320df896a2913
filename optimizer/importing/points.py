"""What stands on the sheet of doubts, in Dutch, by the code of the doubt."""

from collections.abc import Mapping

from optimizer.importing.points_of_lists import POINTS_OF_LISTS
from optimizer.importing.points_of_people import POINTS_OF_PEOPLE
from optimizer.importing.points_of_tasks import POINTS_OF_TASKS
from optimizer.importing.review_point import ReviewPoint

POINTS: Mapping[str, ReviewPoint] = {
    **POINTS_OF_LISTS, **POINTS_OF_TASKS, **POINTS_OF_PEOPLE,
}  # fmt: skip
