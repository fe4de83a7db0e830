"""Somebody's way through a flow, without a window: every press is answered by what is to be done now. No Qt.

The run keeps the state and the steps that one came by. It never shows or does anything itself: a ``Turn``
says which page to put up, what to say, which work to do, or that the flow is left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Generic

from duq_desktop.errors import ExpectedError
from duq_desktop.ui.flow.flow import (
    BACK,
    LEFT,
    NEXT,
    Choose,
    Do,
    Entered,
    Flow,
    Leave,
    Return,
    ReturnTo,
    State,
    Stay,
    Step,
    Target,
    To,
)
from duq_desktop.unions import assert_never


@dataclass(frozen=True)
class Said:
    """What is said calmly on a page: a message, or a ``sentence`` in the language, or what went wrong.

    ``concept`` is the picture beside it. Nothing is said where all are empty.
    """

    message: str = ""
    concept: str = "trouble"
    sentence: str = ""
    trouble: ExpectedError | None = None


NOTHING = Said()


@dataclass(frozen=True)
class Show:
    """Put up the page of a step, then say something on it."""

    step: str
    said: Said = NOTHING


@dataclass(frozen=True)
class Tell:
    """Say something on the page that stands."""

    said: Said = NOTHING


@dataclass(frozen=True)
class Perform:
    """Do this work, then tell the run how it ended. ``wait`` and ``meanwhile`` as in ``Do``."""

    work: Any
    wait: str = ""
    meanwhile: str = ""


@dataclass(frozen=True)
class End:
    """The flow is left, by that name; something may be said on the page that shows then."""

    by: str
    said: Said = NOTHING


Turn = Show | Tell | Perform | End


class FlowRun(Generic[State]):
    """Somebody's way through a flow: the state, and the steps that they came by.

    ``entry`` is one of the flow's ways in. After an ``End`` nothing is known any more.
    """

    def __init__(self, flow: Flow[State], state: State, entry: str = "") -> None:
        self._flow = flow
        self._state: State | None = state
        self._came_by: tuple[str, ...] = ()
        self._entry = flow.entries[entry or next(iter(flow.entries))]
        self._under_way: Do | None = None

    @property
    def state(self) -> State:
        """What is known so far. Raises ``ValueError`` once the flow is left."""
        if self._state is None:
            raise ValueError("the flow is left, and its state forgotten")
        return self._state

    @property
    def step(self) -> Step[State, Any]:
        """The step whose page stands."""
        return self._flow.steps[self._came_by[-1]]

    @property
    def is_over(self) -> bool:
        """Whether the flow was left."""
        return self._state is None

    @property
    def is_working(self) -> bool:
        """Whether work is under way; presses lead nowhere meanwhile."""
        return self._under_way is not None

    def start(self) -> Turn:
        """The way in."""
        return self._go(self._entry)

    def page(self, name: str = "") -> Any:
        """The page of the step that stands, or of another one, made from the state."""
        return self._flow.steps[name or self.step.name].build(self.state)

    def press(self, name: str, page: Entered) -> Turn:
        """A press on ``page``: what it gives is taken, unless something is wrong with it at Next."""
        if self.is_over or self.is_working:
            return Tell()
        step, taken = self.step, self.step.take(self.state, page)
        if name == NEXT and (sentence := page.missing() or step.wrong(taken, page)):
            return Tell(Said(sentence=sentence))
        self._state = step.drop(taken) if name == BACK else taken
        return self._go(step.lead(name))

    def done(self, state: State) -> Turn:
        """The work under way is done; ``state`` is the state after it."""
        work, self._under_way = self._under_way, None
        if self.is_over or work is None:
            return Tell()
        self._state = state
        return self._go(work.then)

    def failed(self, trouble: ExpectedError) -> Turn:
        """The work under way failed as expected: the state is as it was, and what failed is told."""
        work, self._under_way = self._under_way, None
        if self.is_over or work is None:
            return Tell()
        if self._came_by and not isinstance(work.failed, Stay):
            self._state = self.step.drop(self.state)
        turn = self._go(work.failed)
        return turn if isinstance(turn, Perform) else replace(turn, said=Said(trouble=trouble))

    def forget(self) -> None:
        """Nothing of the flow is known any more."""
        self._state, self._under_way, self._came_by = None, None, ()

    def _go(self, target: Target[State]) -> Turn:
        match target:
            case To():
                return self._to(target)
            case Return():
                return self._back_to(self._came_by[-2:-1])
            case ReturnTo(step):
                return self._back_to((step,) if step in self._came_by else ())
            case Leave(by):
                return self._leave(by)
            case Stay():
                return Tell(_said(target))
            case Choose():
                return self._go(target.among[target.by(self.state)])
            case Do():
                self._under_way = target
                return Perform(target.work, target.wait, target.meanwhile)
            case _:
                return assert_never(target)

    def _to(self, target: To) -> Turn:
        before = self._came_by[-1:]
        if target.step in self._came_by:
            self._came_by = self._came_by[: self._came_by.index(target.step) + 1]
        else:
            self._came_by = (*self._came_by, target.step)
        if before != (target.step,):
            self._state = self.step.begin(self.state)
        return Show(target.step, _said(target))

    def _back_to(self, step: tuple[str, ...]) -> Turn:
        return self._to(To(*step)) if step else self._leave(LEFT)

    def _leave(self, by: str) -> Turn:
        self.forget()
        return End(by)


def _said(target: To | Stay) -> Said:
    return Said(target.told, target.concept) if target.told else NOTHING
