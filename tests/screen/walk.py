"""Walks the app from page to page over the desktop's accessibility bus. A script for the system's Python.

``walk.py PLAN``: a JSON file with ``pages``, each [how its title begins, what to tick, what to press],
and ``end``, the title of the last page. Names need only begin as they are written there. It looks where
the app is before each step, so one that ended early can be started again. It prints the titles it met.
"""

import json
import sys
import time
from pathlib import Path

import pyatspi

APP = "DUQ Desktop"
PATIENCE = 60.0
POLL = 0.05
PRESSED = ("Press", "Toggle")


def found(node):
    """The node and everything below it that can be seen."""
    if node.getState().contains(pyatspi.STATE_SHOWING):
        yield node
    for child in node:
        if child is not None:
            yield from found(child)


def nodes():
    """What can be seen of the app, one by one; nothing more in the midst of a change."""
    try:
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and APP in {app.name, *(window.name for window in app if window)}:
                yield from ((node, node.getRoleName(), node.name) for node in found(app))
    except Exception:  # noqa: BLE001 - the bus tells of what is gone by then in many ways
        return


def until(look, what):
    """What ``look`` finds, once it finds anything."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        seen = look()
        if seen:
            return seen
        time.sleep(POLL)
    sys.exit(f"waited in vain for {what}: {[(role, name) for _, role, name in nodes() if name]}")


def title():
    """The name of the page that shows: a panel's."""
    return next((name for _, role, name in nodes() if role == "panel" and name), "")


def control(start, role):
    """The first control of this role whose name begins so."""
    return next((node for node, its, name in nodes() if its == role and name.startswith(start)), None)


def press(node):
    """Do what a press does."""
    action = node.queryAction()
    names = [action.getName(number) for number in range(action.nActions)]
    action.doAction(next(names.index(name) for name in PRESSED if name in names))


def tick(name):
    """Choose an answer, and see that it is chosen."""
    box = until(lambda: control(name, "check box"), name)
    if not box.getState().contains(pyatspi.STATE_CHECKED):
        press(box)
    until(
        lambda: control(name, "check box").getState().contains(pyatspi.STATE_CHECKED), f"{name} to be chosen"
    )


def leave(here, ticks, way_on, is_last):
    """Do what is to be done on the page ``here``; wait for the next, if there is one."""
    for name in ticks:
        tick(name)
    press(until(lambda: control(way_on, "push button"), way_on))
    is_last or until(lambda: title() not in ("", here), f"the page after {here!r}")


def main(plan):
    met = []
    start = ""
    while start != plan["end"]:
        here = until(title, "a page")
        fitting = [page for page in plan["pages"] if here.startswith(page[0])]
        if not fitting:
            sys.exit(f"nobody said what to do on the page {here!r}, after {met}")
        start, ticks, way_on = fitting[0]
        leave(here, ticks, way_on, start == plan["end"])
        met.append(here)
    print(json.dumps(met))


main(json.loads(Path(sys.argv[1]).read_text("utf-8")))
