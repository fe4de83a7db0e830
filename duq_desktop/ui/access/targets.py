"""What can be pressed on any page of the app, found from the page itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from PySide6.QtCore import QLocale, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from duq_desktop.ui.access.grouping import Box, Zone
from duq_desktop.ui.widgets.answers import AnswerCard, AnswerSet, QuietChoice
from duq_desktop.ui.widgets.buttons import HearButton, WordButton
from duq_desktop.ui.widgets.controls import ABOVE, Control
from duq_desktop.ui.widgets.page_body import PageScroll
from duq_desktop.ui.widgets.page_frame import PageFrame
from duq_desktop.ui.widgets.reading_order import reading_order
from duq_desktop.words import switches

Text = Callable[[str], str]
"""A fixed text in the language shown."""

_ROW_NAMES = {"answers": switches.ROW_ANSWERS, "quiet": switches.ROW_QUIET, "hear": switches.ROW_HEAR}


def boxes_of(page: QWidget, text: Text) -> list[Box]:
    """Everything to press on ``page`` that shows now, in reading order.

    A page that goes on below its edge can be scrolled too: the scroll area stands for that.
    """
    zones = _zones(page)
    buttons = [button for run in _runs(_buttons(page)) for button in sorted(run, key=_rank)]
    boxes = [_box(page, button, zones.get(button, Zone.PAGE), text) for button in buttons]
    for area in page.findChildren(PageScroll):
        if area.isVisible() and area.verticalScrollBar().maximum() > 0 and not _ends(area):
            boxes.append(Box(area, 0, 0, area.height(), Zone.SCROLL))
    return boxes


def is_scroller(target: QWidget) -> bool:
    """Whether it moves the page up or down: one wants to press it again."""
    return is_there(target) and any(
        target in _ends(area) for area in target.window().findChildren(PageScroll)
    )


def language_of(target: QWidget) -> str:
    """The code of the language of its words, where that is not the page's: it is the name of a language."""
    own = target.locale().language()
    return "" if own is target.window().locale().language() else QLocale.languageToCode(own)


def said_of(target: QWidget, text: Text) -> str:
    """What is said of it before it is chosen: its words, never its state and never an answer given."""
    if isinstance(target, PageScroll):
        return text(switches.MORE_OF_PAGE)
    if isinstance(target, WordButton):
        return target.said or target.accessibleName()
    return target.accessibleName() or getattr(target, "text", lambda: "")()


def area_of(target: QWidget, within: QWidget) -> QRect:
    """The painted part of ``target`` that can be seen, in pixels of ``within``; empty when out of sight."""
    painted = target.target() if isinstance(target, WordButton) else target.rect()
    area = painted.translated(target.mapTo(within, QPoint(0, 0)))
    scroll = scroll_of(target)
    if scroll is not None and scroll.viewport().isAncestorOf(target):
        view = scroll.viewport()
        area &= QRect(view.mapTo(within, QPoint(0, 0)), view.size())
    return area


def scroll_of(target: QWidget) -> PageScroll | None:
    """The scroll area in which ``target`` moves."""
    place = target.parentWidget()
    while place is not None and not isinstance(place, PageScroll):
        place = place.parentWidget()
    return place


def is_there(target: QWidget) -> bool:
    """Whether it can still be pressed; what a page has let go of cannot."""
    try:
        return target.isVisible() and target.isEnabled()
    except RuntimeError:
        return False


def _buttons(page: QWidget) -> Iterator[QAbstractButton]:
    """In reading order; what Tab does not reach (keys on the screen) comes where its holder stands."""
    seen: set[QWidget] = set()
    for widget in [*reading_order(page), *page.findChildren(QAbstractButton)]:
        if isinstance(widget, QAbstractButton) and widget not in seen and is_there(widget):
            seen.add(widget)
            yield widget


def _runs(buttons: Iterable[QAbstractButton]) -> Iterator[list[QAbstractButton]]:
    """What stands in one holder, one after the other."""
    for _holder, run in groupby(buttons, key=lambda button: button.parentWidget()):
        yield list(run)


def _rank(button: QAbstractButton) -> int:
    """All answers of a set come before what reads them aloud."""
    return {"quiet": 1, "hear": 2}.get(_kind(button), 0)


def _zones(page: QWidget) -> dict[QWidget, Zone]:
    if not isinstance(page, PageFrame):
        return {}
    zones: dict[QWidget, Zone] = {}
    for area in page.findChildren(PageScroll):
        zones.update(dict.fromkeys(_ends(area), Zone.SCROLL))
    for control, button in page.controls.items():
        zones[button] = Zone.ABOVE if control in ABOVE else Zone.BELOW
    zones[page.controls[Control.NEXT]] = Zone.NEXT
    return zones


def _ends(area: PageScroll) -> list[QWidget]:
    """The buttons at the ends of the scroll bar, where there are such."""
    return [end for end in getattr(area, "ends", ()) if is_there(end)]


def _section(page: QWidget, button: QWidget) -> QWidget | None:
    """The part of the page's content in which it stands, such as one of several questions."""
    content = page.body.content if isinstance(page, PageFrame) else page
    place: QWidget | None = button
    while place is not None and place.parentWidget() is not content:
        place = place.parentWidget()
    return place


def _box(page: QWidget, button: QAbstractButton, zone: Zone, text: Text) -> Box:
    holder = button.parentWidget()
    corner = button.mapTo(page, QPoint(0, 0))
    kind = _kind(button)
    name = text(_ROW_NAMES[kind]) if kind in _ROW_NAMES else ""
    if not name and zone is Zone.PAGE and holder is not None and holder is not page:
        name = holder.accessibleName()
    section = _section(page, button) if zone is Zone.PAGE else None
    section_name = getattr(section, "said", "")
    return Box(
        button, corner.x(), corner.y(), button.height(), zone, (holder, kind), name, section, section_name
    )


def _kind(button: QAbstractButton) -> str:
    """Answers, the smaller ones below them and what reads them aloud are rows of their own."""
    if isinstance(button, HearButton):
        return "hear"
    holder = button.parentWidget()
    if isinstance(button, AnswerCard):
        return "answers"
    if isinstance(button, QuietChoice) and isinstance(holder, AnswerSet):
        return "quiet" if holder.cards else "answers"
    return type(button).__name__
