"""What can be wrong with the shape of a flow, found from its data alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from duq_desktop.ui.flow.flow import BACK, Choose, Do, Flow, ReturnTo, Step, Target, To


def targets_of(target: Target[Any]) -> Iterator[Target[Any]]:
    """Every way that a target may turn out to be: itself, and all that it chooses from or ends in."""
    yield target
    if isinstance(target, Choose):
        for each in target.among.values():
            yield from targets_of(each)
    elif isinstance(target, Do):
        for each in (target.then, target.failed):
            yield from targets_of(each)


def every_target(step: Step[Any, Any]) -> list[Target[Any]]:
    """All that the presses on one step may lead to."""
    return [each for target in step.leads.values() for each in targets_of(target)]


def work_of(flow: Flow[Any]) -> set[Any]:
    """Everything that a flow may ask its owner to do."""
    return {each.work for step in flow.steps.values() for each in every_target(step) if isinstance(each, Do)}


def steps_after(step: Step[Any, Any]) -> set[str]:
    """The steps that a press on this one may lead to, or show while work is done."""
    every = every_target(step)
    named = {each.step for each in every if isinstance(each, To | ReturnTo)}
    return named | {each.meanwhile for each in every if isinstance(each, Do) and each.meanwhile}


def wrong_with(flow: Flow[Any]) -> list[str]:
    """Ways to steps that are not there, steps that nobody can come to, steps that lead nowhere but back."""
    after = {step.name: steps_after(step) for step in flow.steps.values()}
    waited_on = {
        each.meanwhile for step in flow.steps.values() for each in every_target(step) if isinstance(each, Do)
    }
    ways_in = [each for target in flow.entries.values() for each in targets_of(target)]
    first = {each.step for each in ways_in if isinstance(each, To)}
    found = [f"one comes in at {name}, which is no step" for name in sorted(first - set(after))]
    for name, steps in after.items():
        found += [f"{name} leads to {each}, which is no step" for each in sorted(steps - set(after))]
        if set(flow.steps[name].leads) <= {BACK} and name not in waited_on:
            found.append(f"{name} leads nowhere")
    reached, open_ends = set(first), list(first)
    while open_ends:
        new = after.get(open_ends.pop(), set()) - reached
        open_ends += new
        reached |= new
    return [*found, *(f"nothing leads to {name}" for name in after if name not in reached)]
