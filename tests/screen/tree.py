"""What the desktop's accessibility bus shows of the app. A script for the system's Python.

``tree.py`` writes a JSON list of what can be seen, each as [role, name, states, actions]. With
``tree.py ROLE NAME ACTION`` it first does that action on the thing of that role and name, as an eye
tracker's or a switch box's own software would. ``tree.py languages`` writes the languages of all nodes.
"""

import json
import sys

import pyatspi

APP = "DUQ Desktop"


def found(node):
    """The node and everything below it that can be seen."""
    states = node.getState()
    if states.contains(pyatspi.STATE_SHOWING):
        yield node
    for child in node:
        if child is not None:
            yield from found(child)


def actions(node):
    """What can be done with a node, by name."""
    try:
        action = node.queryAction()
    except NotImplementedError:
        return {}
    return {action.getName(number): number for number in range(action.nActions)}


def app():
    """The app on the bus; of several (a turn and the cover below it) the one whose window is active."""
    desktop = pyatspi.Registry.getDesktop(0)
    apps = [each for each in desktop if each is not None and APP in {each.name, *(w.name for w in each)}]
    return next((each for each in apps if is_active(each)), apps[0])


def is_active(app):
    """Whether one of its windows is the active one."""
    return any(w is not None and w.getState().contains(pyatspi.STATE_ACTIVE) for w in app)


def main(arguments):
    nodes = list(found(app()))
    if arguments == ["languages"]:
        json.dump(sorted({node.get_object_locale() for node in nodes}), sys.stdout)
        return
    if arguments:
        role, name, act = arguments
        node = next(n for n in nodes if n.getRoleName() == role and n.name == name)
        node.queryAction().doAction(actions(node)[act])
        return
    seen = []
    for node in nodes:
        states = [pyatspi.stateToString(state) for state in node.getState().getStates()]
        seen.append([node.getRoleName(), node.name, sorted(states), sorted(actions(node))])
    json.dump(seen, sys.stdout)


main(sys.argv[1:])
