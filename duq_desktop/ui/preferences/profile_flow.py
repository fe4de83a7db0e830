"""Keeps how somebody likes it, brings it, deletes it: leads through its pages and does their work."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from duq_desktop.device.removable_drives import RemovableDrive
from duq_desktop.errors import ProfileError
from duq_desktop.preferences.codec import MOST_BYTES, from_bytes, to_bytes
from duq_desktop.preferences.profile import Profile
from duq_desktop.safe_files.reading import is_plain, read_whole
from duq_desktop.safe_files.refusals import Refusal, refusal_of
from duq_desktop.safe_files.writing import free_names
from duq_desktop.store.profile_boxes import ProfileBoxes
from duq_desktop.ui.flow.flow_runner import FlowRunner
from duq_desktop.ui.flow.page_host import PageHost
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.preferences.applied import PreferencesApplier
from duq_desktop.ui.preferences.profile_steps import (
    BRING,
    BRING_BY_SIGN,
    FORGET,
    FOUND,
    KEEP,
    ProfilePages,
    ProfileState,
    ProfileWork,
    profile_flow,
)
from duq_desktop.unions import assert_never
from duq_desktop.words import preferences

FILE_NAME = "How I like it.json"
SHEET_NAME = "How to ask me.pdf"
_MOST_KEPT = 12
"""As many as can be told apart on one page; a stick with more is nobody's own."""
Known = TypeVar("Known")


class OwnPapers(Protocol):
    """Makes the sheet and brings things out. Raises ``ReportError``."""

    def how_to_ask_me(self, profile: Profile, name: str) -> bytes:
        """The PDF of the sheet."""

    def print_pdf(self, pdf: bytes) -> None:
        """Print from memory."""

    def sticks(self) -> Sequence[RemovableDrive]:
        """The sticks that are in now."""

    def keep_on_stick(self, stick: RemovableDrive, files: Mapping[str, bytes]) -> Sequence[str]:
        """Write the files beside what is there; gives the names that they have there."""


class ProfileOwner(Protocol):
    """Whoever leads to these pages."""

    def profile_left(self) -> None:
        """They are left; where they were begun from comes again."""

    def profile_found(self, profile: Profile) -> None:
        """Somebody brought this along."""


@dataclass(frozen=True)
class ProfileFlowParts:
    """What it works with. ``papers`` brings in heavy parts, so only once they are wanted."""

    tools: Tools
    liking: PreferencesApplier
    ways: ProfileBoxes
    papers: Callable[[], OwnPapers]
    has_printer: Callable[[], bool]


class ProfileFlow:
    """Lays its pages over those of a host, for an owner; each ends with the owner."""

    def __init__(self, parts: ProfileFlowParts) -> None:
        self._parts = parts

    @property
    def has_some(self) -> bool:
        """Whether anything is kept on this computer."""
        return self._parts.ways.has_some

    def keep(self, host: PageHost, owner: ProfileOwner, sign: str) -> None:
        """What helps you, who may help you, where: each can be left out. ``sign`` is asked for if empty."""
        known = self._parts.liking.kept or Profile()
        state = ProfileState(known.helps, known.helpers, _two(sign))
        _ProfileRun(self._parts, host, owner, state, KEEP).start()

    def bring(self, host: PageHost, owner: ProfileOwner) -> None:
        """From a stick, or from here by sign and word."""
        _ProfileRun(self._parts, host, owner, ProfileState(), BRING).start()

    def bring_by_sign(self, host: PageHost, owner: ProfileOwner, sign: str) -> None:
        """From here; ``sign`` is asked for unless it is known."""
        _ProfileRun(self._parts, host, owner, ProfileState(sign=_two(sign)), BRING_BY_SIGN).start()

    def forget(self, host: PageHost, owner: ProfileOwner) -> None:
        """Delete what sign and word keep here."""
        _ProfileRun(self._parts, host, owner, ProfileState(), FORGET).start()


class _ProfileRun:
    """One way through; it lives as long as its pages do."""

    def __init__(
        self, parts: ProfileFlowParts, host: PageHost, owner: ProfileOwner, state: ProfileState, entry: str
    ) -> None:
        self._parts, self._owner = parts, owner
        self._found: Profile | None = None
        pages = ProfilePages(parts.tools, parts.ways, entry == KEEP and parts.has_printer())
        self._runner = FlowRunner(host, profile_flow(pages), state, self, entry=entry)

    def start(self) -> None:
        """The first page."""
        self._runner.start()

    def perform(self, work: ProfileWork, state: ProfileState) -> ProfileState:
        """Keep, bring or delete. Raises ``ProfileError`` and ``ReportError``; most take about a second."""
        if work is ProfileWork.NOTE:
            now = self._parts.liking.profile
            self._parts.liking.kept = replace(now, helps=state.helps, helpers=state.helpers)
        elif work is ProfileWork.FIND_STICKS:
            return replace(state, sticks=tuple(self._parts.papers().sticks()), stick=0)
        elif work is ProfileWork.PRINT:
            self._parts.papers().print_pdf(self._sheet(state.name))
        elif work is ProfileWork.PUT_ON_STICK:
            files = {FILE_NAME: to_bytes(self._kept), SHEET_NAME: self._sheet(state.name)}
            names = self._parts.papers().keep_on_stick(state.sticks[state.stick], files)
            return replace(state, word="", name="", kept=tuple(names[:1]))
        elif work is ProfileWork.KEEP_HERE:
            self._parts.ways.keep(state.sign, state.word, to_bytes(self._kept))
        elif work is ProfileWork.READ_STICK:
            self._take(read_from(state.sticks[state.stick], state.kept[state.which]))
        elif work is ProfileWork.FIND_KEPT:
            return replace(state, kept=kept_on(state.sticks[state.stick]), which=0)
        elif work is ProfileWork.FIND_HERE:
            self._take(_known(self._parts.ways.find(state.sign, state.word)))
        elif work is ProfileWork.FORGET_HERE:
            _known(self._parts.ways.forget(state.sign, state.word) or None)
        else:
            assert_never(work)
        return replace(state, word="", name="")

    def left(self, by: str) -> None:
        """Back to the owner, with what was brought if anything was."""
        if by == FOUND and self._found is not None:
            self._owner.profile_found(self._found)
        else:
            self._owner.profile_left()

    @property
    def _kept(self) -> Profile:
        return self._parts.liking.kept or self._parts.liking.profile

    def _sheet(self, name: str) -> bytes:
        return self._parts.papers().how_to_ask_me(self._kept, name)

    def _take(self, raw: bytes) -> None:
        """What of it could not be used makes it due to be looked at."""
        read = from_bytes(raw, FILE_NAME)
        self._found = replace(read.profile, review_by=None) if read.passed_over else read.profile


def kept_on(stick: RemovableDrive) -> tuple[str, ...]:
    """The names of what people kept on a stick, the first first. Raises ``ProfileError``: there is none."""
    try:
        found = [path for path in free_names(stick.folder / FILE_NAME) if is_plain(path)]
    except OSError as error:
        raise ProfileError(preferences.STICK_EMPTY) from error
    if not found:
        raise ProfileError(preferences.STICK_EMPTY)
    return tuple(path.name for path in found[:_MOST_KEPT])


def read_from(stick: RemovableDrive, name: str = FILE_NAME) -> bytes:
    """What somebody kept on a stick. Raises ``ProfileError`` where nothing of ours is on it."""
    try:
        return read_whole(stick.folder / name, MOST_BYTES)
    except OSError as error:
        raise _refused(error) from error


def _known(found: Known | None) -> Known:
    """``found``; nothing is kept here under that sign and word where it is None. Raises ``ProfileError``."""
    if found is None:
        raise ProfileError(preferences.NOT_FOUND)
    return found


def _two(sign: str) -> tuple[str, ...]:
    return tuple(sign.split("+")) if sign else ()


def _refused(error: OSError) -> ProfileError:
    """Nothing of ours lies there, or it is too large to be ours."""
    if refusal_of(error) is Refusal.TOO_LARGE:
        reason = preferences.TOO_LARGE
        return ProfileError(preferences.REFUSED, name=FILE_NAME, place=preferences.WHOLE_FILE, reason=reason)
    return ProfileError(preferences.STICK_EMPTY)
