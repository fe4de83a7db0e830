"""Making a PDF: the sheets to give out, and what people said, looked at before it is made.

What was chosen for one PDF counts for that one alone: every quote is permitted anew each time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QObject

from duq_desktop.content.model import Stream
from duq_desktop.document_jobs import job
from duq_desktop.documents.facts import FollowUp, SaidFacts
from duq_desktop.errors import ExpectedError
from duq_desktop.figures.bars import STREAM_NAMES
from duq_desktop.publication.carried import carrying
from duq_desktop.publication.memory import PublicationMemory
from duq_desktop.summary.disclosure_forecast import LARGEST_CHOICE, SMALLEST_GROUP
from duq_desktop.summary.model import Quote
from duq_desktop.summary.public import PublicSummary, PublishWarning, WarningKind
from duq_desktop.summary.publication_warnings import BAR_WARNINGS
from duq_desktop.summary.publish import PreparedPaper, PublicationChoices, prepare
from duq_desktop.ui.opener.document_export import DocumentExport, Wanted
from duq_desktop.ui.opener.doubt_pages import DoubtPages
from duq_desktop.ui.opener.follow_up import follow_up_of, follow_up_page
from duq_desktop.ui.opener.opened_room import RoomPages, RoomView
from duq_desktop.ui.opener.pages.cards_page import ON_A_PAGE, Card, CardsPage
from duq_desktop.ui.opener.pages.fields import FieldsPage, FieldSpec, PickOnePage
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, STEP_CONTROLS, DeskPage
from duq_desktop.ui.pages.choice_page import Option
from duq_desktop.ui.widgets.notices import Progress
from duq_desktop.words import opener_said as words

Bar = tuple[str, Stream]
_SHEETS = {"about": words.FILE_ABOUT, "helpers": words.FILE_HELPERS}


@dataclass
class Wishes:
    """What the opener wants of one PDF."""

    smallest: int = SMALLEST_GROUP
    place: str = ""
    follow_up: FollowUp = field(default_factory=FollowUp)
    quotes: set[str] = field(default_factory=set)
    harm: set[str] = field(default_factory=set)
    leave_out: set[Bar] = field(default_factory=set)
    let_through: set[Bar] = field(default_factory=set)


class Publishing(RoomPages):
    """From the choice of a paper to the file."""

    def __init__(self, room: RoomView, parent: QObject) -> None:
        super().__init__(room, parent)
        self._wishes = Wishes()
        self._out = DocumentExport(room, self)

    def start(self) -> None:
        """Which paper?"""
        self._wishes = Wishes(follow_up=FollowUp(ask=self.room.store.home.opener_name))
        page = DeskPage(
            self.parts.tools,
            self.text(words.PAPERS_TITLE),
            lines=self.lines(words.PAPERS_LINES),
            controls=AWAY_CONTROLS,
        )
        page.add_action("said", self.text(words.PAPER_SAID), concept="report")
        page.add_action("about", self.text(words.PAPER_ABOUT), concept="printed-sheet")
        page.add_action("helpers", self.text(words.PAPER_HELPERS), concept="with-helper")
        page.acted.connect(lambda name: self._ask_memory() if name == "said" else self._sheet(name))
        page.back_pressed.connect(self.room.show_whole)
        self.put(page)

    def forget(self) -> None:
        """Nothing of what was chosen is left, and nothing is being made."""
        self._wishes = Wishes()
        self._out.forget()

    def _sheet(self, kind: str) -> None:
        store = self.room.store
        wanted = Wanted(
            kind=job.SHEET,
            arguments=(kind, store.home, store.fingerprint_words, store.made_up),
            name=self.text(_SHEETS[kind]),
            title=words.MAKE_ASK,
        )
        self._out.give(wanted, left=self.start, done=self.start)

    def _ask_memory(self) -> None:
        """What was published before must be known; where that is in doubt, the opener settles it first."""
        DoubtPages(self.room, self._memory, left=self.start, settled=self._ask_group, parent=self).start()

    def _ask_group(self) -> None:
        options = [
            Option(str(number), self.text(words.GROUP_CHOICE, number=number))
            for number in range(SMALLEST_GROUP, LARGEST_CHOICE + 1)
        ]
        page = PickOnePage(
            self.parts.tools,
            self.text(words.GROUP_TITLE),
            "smallest",
            options,
            str(self._wishes.smallest),
            lines=[("few-people", self.text(words.GROUP_LINE))],
        )

        def on_next() -> None:
            if page.missing():
                page.notice(page.missing())
                return
            self._wishes.smallest = int(page.values()["smallest"])
            self._ask_place()

        page.next_pressed.connect(on_next)
        page.back_pressed.connect(self.start)
        self.put(page)

    def _ask_place(self) -> None:
        spec = FieldSpec("place", self.text(words.PLACE_FIELD), self.text(words.PLACE_HINT))
        typed = {"place": self._wishes.place}
        page = FieldsPage(self.parts.tools, self.text(words.PLACE_TITLE), [spec], typed)

        def go(then: Callable[[], None]) -> None:
            self._wishes.place = page.values()["place"]
            then()

        page.next_pressed.connect(lambda: go(self._ask_follow_up))
        page.back_pressed.connect(lambda: go(self._ask_group))
        self.put(page)

    def _ask_follow_up(self) -> None:
        page = follow_up_page(self.parts.tools, self._wishes.follow_up)

        def go(then: Callable[[], None]) -> None:
            self._wishes.follow_up = follow_up_of(page)
            then()

        page.next_pressed.connect(lambda: go(self._ask_quotes))
        page.back_pressed.connect(lambda: go(self._ask_place))
        self.put(page)

    def _quotes(self) -> list[Quote]:
        """Only words whose person said yes to being quoted."""
        return [quote for quote in self.room.reading().quotes() if quote.may_quote]

    def _ask_quotes(self, at: int = 0) -> None:
        quotes = self._quotes()
        pages = max(1, -(-len(quotes) // ON_A_PAGE))
        number = at // ON_A_PAGE + 1
        page = CardsPage(
            self.parts.tools,
            self.text(words.QUOTES_TITLE),
            [self._quote_card(quote) for quote in quotes[at : at + ON_A_PAGE]],
            lines=[("choice", self.text(words.QUOTES_LINE if quotes else words.QUOTES_NONE))],
            progress=self._part(number, pages),
        )
        page.picked.connect(self._on_quote_picked)
        page.next_pressed.connect(
            lambda: self._ask_quotes(at + ON_A_PAGE) if number < pages else self._show_look()
        )
        page.back_pressed.connect(lambda: self._ask_quotes(at - ON_A_PAGE) if at else self._ask_follow_up())
        self.put(page)

    def _quote_card(self, quote: Quote) -> Card:
        pack = self.parts.tools.pack
        topics = {"best": words.BEST, "change": words.CHANGE}
        title = (
            pack.question(quote.question_id).prompt if quote.question_id else self.text(topics[quote.topic])
        )
        harm = quote.offers_help
        name = "harm" if harm else "quote"
        return Card(
            key=quote.key,
            title=title,
            lines=(self.text(STREAM_NAMES[quote.stream]),),
            quote=self.text(words.QUOTED, words=quote.words),
            after=(self.text(words.QUOTE_HARM_LINE),) if harm else (),
            picks=((name, self.text(words.QUOTE_HARM if harm else words.QUOTE_IT)),),
            picked=frozenset({name}) if quote.key in self._wishes.quotes else frozenset(),
        )

    def _on_quote_picked(self, key: str, name: str, on: bool) -> None:
        wanted = [self._wishes.quotes, *([self._wishes.harm] if name == "harm" else [])]
        for keys in wanted:
            keys.add(key) if on else keys.discard(key)

    def _prepared(self) -> PreparedPaper:
        """What may be shown. Raises ``StoreError`` when the memory of earlier PDFs cannot be read."""
        wishes, home = self._wishes, self.room.store.home
        choices = PublicationChoices(
            smallest_group=wishes.smallest,
            permitted_quotes=frozenset(wishes.quotes),
            permitted_harm_quotes=frozenset(wishes.harm),
            private_names=[name for name in (home.home_name, home.opener_name) if name],
            leave_out=frozenset(wishes.leave_out),
            let_through=frozenset(wishes.let_through),
        )
        ledger = self._memory.recall().ledger
        return prepare(self.room.reading().basis(ledger), choices, self.room.store.new_session_id())

    @property
    def _memory(self) -> PublicationMemory:
        return PublicationMemory(self.room.opener, self.room.store, self.parts.config)

    def _show_look(self, at: int = 0) -> None:
        """What to look at before it is made: every warning, and what can be left out for it."""
        try:
            public = self._prepared().public
        except ExpectedError as trouble:
            self._say(trouble)
            return
        cards = self._warning_cards(public.warnings)
        pages, number = max(1, -(-len(cards) // ON_A_PAGE)), at // ON_A_PAGE + 1
        last = number >= pages
        page = CardsPage(
            self.parts.tools,
            self.text(words.LOOK_TITLE),
            cards[at : at + ON_A_PAGE],
            lines=self._look_lines(public) if at == 0 else [],
            progress=self._part(number, pages),
            controls=AWAY_CONTROLS if last else STEP_CONTROLS,
        )
        page.picked.connect(self._on_bar_picked)
        if last:
            page.add_action("do", self.text(words.MAKE_DO), main=True)
            page.acted.connect(lambda _name: self._ask_where())
        page.next_pressed.connect(lambda: self._show_look(at + ON_A_PAGE))
        page.back_pressed.connect(lambda: self._show_look(at - ON_A_PAGE) if at else self._ask_quotes())
        self.put(page)

    def _look_lines(self, public: PublicSummary) -> list[tuple[str, str]]:
        line = words.LOOK_LINE if public.warnings else words.LOOK_NO_WARNINGS
        return [("look-at-answers", self.text(words.LOOK_NOTHING if public.empty else line))]

    def _part(self, number: int, pages: int) -> Progress | None:
        told = self.text(words.PART, number=number, total=pages)
        return Progress(number, pages, told) if pages > 1 else None

    def _say(self, trouble: ExpectedError) -> None:
        page = self.parts.stage.page
        if isinstance(page, DeskPage):
            page.notice(self.parts.tools.words.error(trouble))

    def _warning_cards(self, warnings: tuple[PublishWarning, ...]) -> list[Card]:
        """One card for what one group said to one question, or for one quote."""
        together: dict[tuple[str, Stream, str], list[PublishWarning]] = {}
        for warning in warnings:
            key = (warning.question_id, warning.stream, warning.quote_key)
            together.setdefault(key, []).append(warning)
        return [self._warning_card(found) for found in together.values()]

    def _warning_card(self, found: list[PublishWarning]) -> Card:
        first = found[0]
        stream = self.text(STREAM_NAMES[first.stream])
        prompt = self.parts.tools.pack.question(first.question_id).prompt if first.question_id else ""
        picks, picked = self._bar_picks(found)
        quoted = [quote.words for quote in self._quotes() if quote.key == first.quote_key]
        return Card(
            key=f"{first.question_id}|{first.stream.value}|{first.quote_key}",
            title=self.text(words.WARNING_ABOUT, stream=stream, prompt=prompt) if prompt else stream,
            lines=tuple(self.text(words.WARNING[one.kind.value]) for one in found),
            quote=self.text(words.QUOTED, words=quoted[0]) if quoted else "",
            picks=picks,
            picked=picked,
        )

    def _bar_picks(self, found: list[PublishWarning]) -> tuple[tuple[tuple[str, str], ...], frozenset[str]]:
        """What can be picked for a bar: one that all gave alike is let through, any other left out."""
        kinds = {one.kind for one in found if one.kind in BAR_WARNINGS}
        bar = (found[0].question_id, found[0].stream)
        if not kinds:
            return (), frozenset()
        if WarningKind.UNANIMOUS in kinds:
            chosen = {"let"} if bar in self._wishes.let_through else set()
            return (("let", self.text(words.LET_THROUGH)),), frozenset(chosen)
        chosen = {"leave"} if bar in self._wishes.leave_out else set()
        return (("leave", self.text(words.LEAVE_OUT)),), frozenset(chosen)

    def _on_bar_picked(self, key: str, name: str, on: bool) -> None:
        question_id, stream, _quote = key.split("|")
        bar = (question_id, Stream(stream))
        bars = self._wishes.let_through if name == "let" else self._wishes.leave_out
        bars.add(bar) if on else bars.discard(bar)

    def _ask_where(self) -> None:
        """What is shown is remembered before it is written: a PDF that nobody remembers would be worse."""
        try:
            paper = self._prepared()
        except ExpectedError as trouble:
            self._say(trouble)
            return
        wanted = Wanted(
            kind=job.SAID,
            arguments=(paper.public, SaidFacts(self._wishes.place, date.today(), self._wishes.follow_up)),
            name=self.text(words.FILE_SAID),
            title=words.MAKE_ASK,
            before=lambda: self._memory.remember([paper.publication]),
            finished=lambda made: [
                carrying(each, box) for box in [self._memory.sealed(paper.publication)] for each in made
            ],
            lines=[("sealed-envelope", self.text(words.MADE_REMEMBERED))],
        )
        self._out.give(wanted, left=self._show_look, done=self.room.show_whole)
