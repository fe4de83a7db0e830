"""Flows as data: which page follows which, what each page gives, where each press leads. No Qt.

A flow is a set of steps. Each says how its page is made from the flow's state, what of the page goes into
the state, what is wrong with it, and where each press leads. Work is a value too, matched by its owner.
``flow_run`` goes through the steps, ``flow_runner`` shows their pages.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

NEXT, BACK = "next", "back"
"""The presses that most pages have; a page's own buttons come by their names."""
ANY = ""
"""Any other press: of a page whose buttons depend on what was found. The page knows which it was."""
LEFT = "left"
"""How a flow is left by Back from its first step."""


class Entered(Protocol):
    """What a flow needs of a page."""

    def missing(self) -> str:
        """The sentence, in the language, on what to give before going on; empty when nothing is missing."""


State = TypeVar("State")
Work = TypeVar("Work")
PageT = TypeVar("PageT", bound=Entered)


@dataclass(frozen=True)
class To:
    """To the step of that name. Where one came by it, this is the way back: what lay between is forgotten.

    ``told`` is a message said on its page once it shows, with the picture ``concept``.
    """

    step: str
    told: str = ""
    concept: str = "check"


@dataclass(frozen=True)
class Return:
    """To where one came from; from the first step out of the flow, as ``LEFT``."""


@dataclass(frozen=True)
class ReturnTo:
    """Back to the step of that name where one came by it; out of the flow, as ``LEFT``, where not."""

    step: str


@dataclass(frozen=True)
class Leave:
    """Out of the flow. ``by`` is the name of how, for whoever began it."""

    by: str = LEFT


@dataclass(frozen=True)
class Stay:
    """The page stands. ``told`` is a message that it says calmly, with the picture ``concept``."""

    told: str = ""
    concept: str = "trouble"


@dataclass(frozen=True)
class Choose(Generic[State]):
    """One of several ways; ``by`` names it, from the state."""

    by: Callable[[State], str]
    among: Mapping[str, Target[State]]


@dataclass(frozen=True)
class Do:
    """Do ``work``, which may change the state; then one way, and another when it fails as expected.

    What failed is said on the page of ``failed``. ``wait`` is a message that asks to wait for work that
    takes more than a moment, ``meanwhile`` a step whose page does; neither for work of no length.
    """

    work: Any
    then: Target[Any]
    failed: Target[Any] = field(default_factory=Stay)
    wait: str = ""
    meanwhile: str = ""


Target = To | Return | ReturnTo | Leave | Stay | Choose[State] | Do


def kept(state: State, _page: object) -> State:
    """A page that gives nothing."""
    return state


def unchanged(state: State) -> State:
    """A step that begins with nothing of its own."""
    return state


def nothing_wrong(_state: object, _page: object) -> str:
    """A page on which nothing can be wrong but what it says itself is missing."""
    return ""


@dataclass(frozen=True)
class Step(Generic[State, PageT]):
    """One page of a flow.

    ``build`` makes the page. ``take`` puts what was given on it into the state, at every press. ``wrong``
    is asked at Next, with that state, after the page's own ``missing``: a sentence in the language, or
    nothing. ``leads`` is where each press leads; Back leads where one came from unless it says otherwise.
    ``begin`` is done to the state when one comes here from another step. ``drop`` takes out of it what shall
    not be known any more once one goes back from here, or once work that began here failed and led away.
    """

    name: str
    build: Callable[[State], PageT]
    leads: Mapping[str, Target[State]]
    take: Callable[[State, PageT], State] = kept
    wrong: Callable[[State, PageT], str] = nothing_wrong
    begin: Callable[[State], State] = unchanged
    drop: Callable[[State], State] = unchanged

    def lead(self, press: str) -> Target[State]:
        """Where ``press`` leads; a press that the step knows nothing of leads nowhere."""
        if press == BACK:
            return self.leads.get(BACK, Return())
        return self.leads.get(press) or (Stay() if press == NEXT else self.leads.get(ANY, Stay()))


@dataclass(frozen=True)
class Flow(Generic[State]):
    """Steps by their names. ``entries`` are the ways in, by their names; the first one is the usual one."""

    steps: Mapping[str, Step[State, Any]]
    entries: Mapping[str, Target[State]]

    @classmethod
    def of(
        cls, steps: Collection[Step[State, Any]], entries: Mapping[str, Target[State]] | None = None
    ) -> Flow[State]:
        """A flow of these ``steps``; without ``entries`` it begins with the first one.

        Raises ``ValueError`` when two have one name.
        """
        named = {step.name: step for step in steps}
        if len(named) != len(steps):
            raise ValueError("two steps of a flow have one name")
        first = next(iter(named))
        return cls(named, entries or {first: To(first)})
