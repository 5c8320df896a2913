"""The closed choices of the problem, as enumerations; the workbook schema has their labels."""

from enum import StrEnum


class Cluster(StrEnum):
    """The four clusters of the task list."""

    TECHNICAL = "technical"
    PEDAGOGICAL = "pedagogical"
    POLICY = "policy"
    ADMINISTRATIVE = "administrative"


class Funding(StrEnum):
    """Where hours or money come from."""

    ICT = "ict"
    BPT = "bpt"
    OTHER = "other"
    OPERATING = "operating"


class Diploma(StrEnum):
    """Highest diploma of a person; decides what a post costs in points."""

    HSO = "hso"
    BACHELOR = "bachelor"
    MASTER = "master"


class EducationLevel(StrEnum):
    """The kind of education of a school."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    SPECIAL_PRIMARY = "special_primary"
    SPECIAL_SECONDARY = "special_secondary"
    ADULT = "adult"
    ADULT_BASIC = "adult_basic"
    ARTS = "arts"


class WeightClass(StrEnum):
    """Pupils who weigh alike in the ICT points; `LEARNER_LESSONS` counts hours of learners."""

    PRIMARY = "primary"
    GENERAL = "general"
    VOCATIONAL = "vocational"
    ARTS = "arts"
    LEARNER_LESSONS = "learner_lessons"


class PointsInput(StrEnum):
    """What else the points of a school are computed from."""

    EDUCATION_LEVEL = "education_level"
    PUPILS = "pupils"
    COEFFICIENT = "coefficient"


class Role(StrEnum):
    """What a person is in the school or group."""

    TECHNICAL_COORDINATOR = "tict"
    PEDAGOGICAL_COORDINATOR = "pict"
    HEAD = "head"
    DIRECTOR = "director"
    TEACHER = "teacher"
    DIGICOACH = "digicoach"
    ANCHOR = "anchor"
    ADMINISTRATION = "administration"
    TECHNICAL_ADVISER = "tac"
    SUPPORT = "support"


class RoleWord(StrEnum):
    """How the tasks of a cluster suit a role."""

    OWN = "own"
    CAN = "can"
    RATHER_NOT = "rather_not"
    NEVER = "never"


class Priority(StrEnum):
    """How much a task matters; `MANDATORY` is a hard rule."""

    MANDATORY = "mandatory"
    ESSENTIAL = "essential"
    DESIRED = "desired"
    OPTIONAL = "optional"


class Driver(StrEnum):
    """What the variable part of a task's demand grows with."""

    PUPILS = "pupils"
    DEVICES = "devices"
    TEACHERS = "teachers"
    SITES = "sites"
    NONE = "none"


class TaskLevel(StrEnum):
    """Whether a task is done per school, once for the group, or where the plan chooses."""

    SCHOOL = "school"
    GROUP = "group"
    CHOICE = "choice"


class Rhythm(StrEnum):
    """How often the work of a task comes."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    AD_HOC = "ad_hoc"


class Applies(StrEnum):
    """Whether a task is on the agenda at all."""

    YES = "yes"
    LATER = "later"
    NO = "no"


class OnSite(StrEnum):
    """Whether a task is done at the school itself."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Mode(StrEnum):
    """Which tasks are planned: all, or the fallback of a starting team."""

    FULL = "full"
    TECHNICAL_CORE = "technical_core"
    TECHNICAL_CORE_AND_POLICY = "technical_core_and_policy"


class ReachKind(StrEnum):
    """Where a person may work."""

    OWN = "own"
    ALL = "all"
    LISTED = "listed"


class DeviationKind(StrEnum):
    """What a row of the deviations sheet changes."""

    HOURS = "hours"
    MINIMUM = "minimum"
    NOT_APPLICABLE = "not_applicable"
    PRIORITY = "priority"
    PIN = "pin"
    BAN = "ban"
    PREFERENCE = "preference"
    LEAD = "lead"
    BACKUP = "backup"
    APART = "apart"


class PlanRole(StrEnum):
    """What a row of a plan says about a person (or a firm) and a task."""

    LEAD = "lead"
    HELPER = "helper"
    BACKUP = "backup"
    OUTSOURCED = "outsourced"


class YearRowKind(StrEnum):
    """What a row of the sheet of the year is about."""

    HOLIDAY = "holiday"
    FREE_DAY = "free_day"
    PEAK = "peak"
    MONTH = "month"


class YearWatch(StrEnum):
    """What is done with the hours per month: shown, kept within what people have, or nothing."""

    SHOW = "show"
    GUARD = "guard"
    OFF = "off"
