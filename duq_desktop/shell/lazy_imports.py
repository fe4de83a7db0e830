"""Parts that the app brings in only when they are first needed: with ``app``, the one place that does so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.shell.app_language import PACK
from duq_desktop.store.file.home import Home

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from duq_desktop.content.model import Pack
    from duq_desktop.device.day_plan import DayPlan
    from duq_desktop.document_jobs.person_documents import PersonPapers
    from duq_desktop.interview.sealed_session import SealedSession
    from duq_desktop.store.file.preview import FirstLook
    from duq_desktop.store.inbox.store import Store
    from duq_desktop.ui.facilitator.day_plan import DayKeeper, DaySetUp
    from duq_desktop.ui.flow.page_host import PageHost
    from duq_desktop.ui.flow.speaking import Speaking
    from duq_desktop.ui.pages.tools import Tools
    from duq_desktop.ui.person.session_controller import InterviewController
    from duq_desktop.ui.person.session_start import Beginning
    from duq_desktop.ui.preferences.applied import PreferencesApplier
    from duq_desktop.ui.preferences.preferences_flow import PreferencesFlow
    from duq_desktop.ui.stage import Stage
    from duq_desktop.words import Words


def like_door(
    stage: Stage,
    tools: Tools,
    speaking: Speaking,
    liking: PreferencesApplier,
    data: Path,
    papers: Callable[[], PersonPapers],
) -> PreferencesFlow:
    """The door to "How I like it", with its pages."""
    from duq_desktop.ui.preferences.preferences_flow import PreferencesFlow

    return PreferencesFlow(stage, tools, speaking, liking, data, papers, has_printer)


def interview(
    interview: SealedSession,
    parts: tuple[Stage, Tools, Speaking],
    papers: Callable[[], PersonPapers],
    *,
    delete: Callable[[], None],
    like: PreferencesFlow,
) -> InterviewController:
    """The controller of one session, with its pages. ``parts``: where they stand, and what reads them."""
    from duq_desktop.ui.person.my_views import MyViewsController
    from duq_desktop.ui.person.session_controller import InterviewController

    _stage, tools, _speaking = parts
    views = MyViewsController(tools, papers, has_printer)
    return InterviewController(interview, *parts, delete=delete, like=like, my_views=views)


def store_behind(look: FirstLook) -> Store:
    """The whole store, with what writes and seals. Raises ``StoreError``; then the folder is let go."""
    from duq_desktop.store.inbox.store import Store

    return Store.behind(look)


def beginning(tools: Tools, store: Store) -> Beginning:
    """What makes sessions."""
    from duq_desktop.ui.person.session_start import Beginning

    return Beginning(tools, store)


def person_papers(pack: Pack, language: Words, never: tuple[Path, ...], *, made_up: bool) -> PersonPapers:
    """A person's own papers; ``never`` are folders that they are not written to."""
    from duq_desktop.document_jobs.person_documents import PersonPapers
    from duq_desktop.ui.person.printer import Printer

    return PersonPapers(pack, language, never, Printer().print_pdf, made_up=made_up)


def day_set_up(host: PageHost, home: Home, day: DayPlan, keeper: DayKeeper) -> DaySetUp:
    """The facilitator's set-up of a day, from ``day``, in that home."""
    from duq_desktop.ui.facilitator.day_plan import DayPages, DaySetUp

    local = tuple(contact.name for contact in home.local_contacts)
    return DaySetUp(host, DayPages(host.tools, local, home.outside_contact.name), day, keeper)


def start_turns(data: Path, config: Path) -> None:
    """Answer mode, in a process of its own."""
    from duq_desktop.shell.answer_mode.supervisor import start_turns

    start_turns(data, config)


def has_printer() -> bool:
    """Whether this computer can print; asked when a copy is offered."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def made_up_home() -> Home:
    """The facts of a try-out."""
    from duq_desktop.sample.home import made_up_home
    from duq_desktop.sample.people import Numbers

    return made_up_home(Numbers().people)


def made_up_answers(store: Store) -> None:
    """Fill a try-out with made-up answers."""
    from duq_desktop.sample.fill import fill
    from duq_desktop.sample.people import Numbers

    fill(store, load_pack(paths.packs_folder() / PACK), Numbers(), seed=1)


def tell_roles() -> None:
    """What is a heading, and what a chart, for aids that ask."""
    from duq_desktop.ui.access.roles import tell_roles as tell

    tell()
