"""Pinned people who cannot do what they are pinned on: reach, role, ban, competence, pay."""

from models.eligibility import (
    ObstacleKind,
    forbidden,
    is_fully_competent,
    is_nearly_competent,
    levels_short,
)
from models.instance import Instance
from models.issues import Issue, error
from models.naming import Names
from models.validation.pinned_idle import pinned_without_hours
from models.validation.pinned_pairs import PinnedPair, asks_hours, pinned_pairs
from models.vocabulary import PlanRole


def check_pinned_people(instance: Instance) -> list[Issue]:
    """A pinned person may do the task: reach, role, bans, competence, and someone who pays.

    Who has no hours at all is left to `check_pinned_have_hours`.
    """
    names, idle = Names(instance.data), pinned_without_hours(instance)
    issues = []
    seen = set()
    for pin in pinned_pairs(instance):
        code = pin.person.code
        issue = _forbidden(instance, names, pin) or _unable(instance, names, pin)
        if issue is None and code not in idle:
            issue = _unpaid(instance, names, pin)
        if issue is not None and (issue.code, issue.where, code) not in seen:
            seen.add((issue.code, issue.where, code))
            issues.append(issue)
    return issues


def _forbidden(instance: Instance, names: Names, pin: PinnedPair) -> Issue | None:
    """The first rule that does not let a pinned person do the task: a ban before all others."""
    key, person, where = pin.task.key, pin.person, pin.where
    task, who = names.task(key), names.person(person.code)
    works = pin.role is not PlanRole.BACKUP
    obstacles = forbidden(instance.data, pin.task.task, key, person, works=works)
    found = {each.kind: each for each in obstacles}
    if ban := found.get(ObstacleKind.BAN):
        return error("pin-banned", where, task=task, person=who, ban=ban.row and ban.row.where)
    if ObstacleKind.REACH in found:
        return error("pin-out-of-reach", where, task=task, person=who)
    return None


def _unable(instance: Instance, names: Names, pin: PinnedPair) -> Issue | None:
    """What a pinned person knows too little of; a lead needs more than somebody who helps."""
    if _knows_enough(instance, pin):
        return None
    task, who = names.task(pin.task.key), names.person(pin.person.code)
    lacks = tuple(sorted(levels_short(pin.task.task, pin.person)))
    if pin.role is PlanRole.LEAD and is_nearly_competent(pin.task.task, pin.person):
        return error("lead-not-competent", pin.where, task=task, person=who, lacks=lacks)
    return error("pin-not-competent", pin.where, task=task, person=who, role=pin.role, lacks=lacks)


def _unpaid(instance: Instance, names: Names, pin: PinnedPair) -> Issue | None:
    if not asks_hours(instance, pin) or pin.pair in instance.payers:
        return None
    task, who = names.task(pin.task.key), names.person(pin.person.code)
    return error("pin-not-paid", pin.where, task=task, person=who)


def _knows_enough(instance: Instance, pin: PinnedPair) -> bool:
    if is_fully_competent(pin.task.task, pin.person):
        return True
    if not is_nearly_competent(pin.task.task, pin.person):
        return False
    if pin.role is PlanRole.LEAD:
        return not asks_hours(instance, pin)
    return pin.role is PlanRole.BACKUP or instance.settings.learners_allowed
