"""What a session knows so far: the facts from which its route of pages follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from duq_desktop.interview.inputs import AnswerGiven, WordsGiven
from duq_desktop.interview.records import Near, Support


@dataclass(frozen=True)
class Run:
    """One area taken in a session: who is near and who helps, which area, short or long.

    ``put_off`` holds the questions met with "Ask me later" the first time round.
    ``first`` is the index of the first question asked: above 0 when a session goes on another day.
    ``more`` says what was wished at its end (None while it lasts).
    """

    near: frozenset[Near] | None = None
    wanted_other: bool | None = None
    support: Support | None = None
    helper: Near | None = None
    area_id: str = ""
    short: bool | None = None
    first: int = 0
    put_off: frozenset[str] = frozenset()
    more: bool | None = None


@dataclass(frozen=True)
class SessionState:
    """All that was given so far in this sitting; nothing of it outlives the sitting.

    ``again``: the sitting goes on a session of another day, so sign and area are known already.
    """

    again: bool = False
    checks: Mapping[str, bool | None] = field(default_factory=dict)
    consent: bool | None = None
    practice_skipped: bool | None = None
    practice: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)
    wants_helper: frozenset[str] = frozenset()
    sign: str = ""
    runs: tuple[Run, ...] = (Run(),)
    answers: Mapping[str, AnswerGiven] = field(default_factory=dict)
    words: Mapping[str, WordsGiven] = field(default_factory=dict)

    @property
    def run(self) -> Run:
        """The area being taken, or about to be."""
        return self.runs[-1]

    def with_run(self, index: int, **changes: object) -> SessionState:
        """These facts with one run changed."""
        runs = list(self.runs)
        runs[index] = replace(runs[index], **changes)  # type: ignore[arg-type]
        return replace(self, runs=tuple(runs))

    @property
    def areas_taken(self) -> tuple[str, ...]:
        """The ids of the areas begun in this sitting, in order."""
        return tuple(run.area_id for run in self.runs if run.area_id)
