"""What the builders of pages work with, and the page that asks yes or no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from duq_desktop.interview.inputs import Given
from duq_desktop.interview.page_state import PageState
from duq_desktop.ui.pages.choice_page import ChoicePage, Option
from duq_desktop.ui.pages.texts import Line
from duq_desktop.ui.pages.tools import Tools

MARKS = ("mark-yes", "mark-no")
"""The pictures of yes and no, where they say no more than that."""


@dataclass(frozen=True)
class Scene:
    """Where a session stands, and what its pages are built with. Nothing else of it reaches a page."""

    tools: Tools
    standing: PageState


def yes_no(
    scene: Scene,
    title: str,
    words: tuple[str, str],
    as_given: Callable[[bool | None], Given],
    before: bool | None,
    *,
    concept: str = "",
    needed: bool = False,
    choices: tuple[str, str] = MARKS,
    lines: Sequence[Line] = (),
) -> ChoicePage:
    """A page with two cards; ``before`` is what was chosen earlier, ``choices`` are the cards' pictures."""
    options = [
        Option(name, scene.tools.text(label), mark)
        for name, label, mark in zip(("yes", "no"), words, choices, strict=True)
    ]
    meant = {"yes": True, "no": False}
    return ChoicePage(
        scene.tools,
        scene.tools.text(title),
        options,
        lambda picked: as_given(meant.get(picked or "")),
        picture=scene.tools.picture(concept) if concept else None,
        chosen={True: "yes", False: "no", None: None}[before],
        needed=needed,
        lines=lines,
    )
