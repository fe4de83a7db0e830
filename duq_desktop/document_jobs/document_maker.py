"""Every PDF with all that it needs: words, typeface, pictures, facts of the home. Loads reportlab, not Qt.

The command line, the opener's screens and “My views” make their papers here, so that a paper is the same
whichever way it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from duq_desktop import paths
from duq_desktop.content.model import Pack
from duq_desktop.document_jobs.fitting import SummaryFitter
from duq_desktop.document_jobs.home_facts import sheet_facts
from duq_desktop.document_jobs.job import COPY, SAID, SHEET
from duq_desktop.documents import about, helpers, how_to_ask_me, my_views, sign_slip
from duq_desktop.documents.facts import SaidFacts
from duq_desktop.documents.materials import Materials
from duq_desktop.documents.my_views import Holds, MyViews, MyViewsEntry
from duq_desktop.documents.pdf.tagged.typeface import load_typeface
from duq_desktop.documents.pdf.writer import PdfWriter
from duq_desktop.documents.pdf.writing import write_straight, write_whole
from duq_desktop.documents.people_said import SaidMaterials
from duq_desktop.interview.own_copy import OwnCopy
from duq_desktop.interview.records import AnswerStatus
from duq_desktop.interview.session_facts import GivenAnswer, SessionFacts
from duq_desktop.preferences.profile import Profile
from duq_desktop.store.file.home import Home
from duq_desktop.summary.public import PublicSummary
from duq_desktop.words import Words, printed

Told = Callable[[int], None]
"""Hears the number of pages that are done."""

_FONTS = "fonts/lexend"
_SHEETS = {"about": about.document, "helpers": helpers.document}


class DocumentMaker:
    """Makes papers in memory for one pack, in one language; writes them when asked.

    ``fonts`` is the folder of the typeface, by default the app's own. Everything here raises ``ReportError``.
    """

    def __init__(self, pack: Pack, language: Words, fonts: Path | None = None) -> None:
        self._pack = pack
        self._language = language
        self._writer = PdfWriter(load_typeface(fonts or paths.resources_folder() / _FONTS), language)

    def make(self, kind: str, arguments: tuple[object, ...], told: Told) -> list[bytes]:
        """The PDFs of an order of ``kind``. Raises ``KeyError`` for a kind that is not in the table."""
        kinds: Mapping[str, Callable[..., list[bytes]]] = {
            SAID: lambda public, facts: self.people_said_parts(public, facts, told),
            COPY: lambda session, home: [self.full_copy(session, home)],
            SHEET: lambda name, home, four_words, made_up: [
                self.sheet(name, home, four_words, told, made_up=made_up)
            ],
        }
        return kinds[kind](*arguments)

    def people_said_parts(
        self, public: PublicSummary, facts: SaidFacts, told: Told | None = None
    ) -> list[bytes]:
        """What people said, easy read, in as many PDFs as it takes: none too long, and no words left out."""
        return self._fitter(facts).documents(public, told)

    def sheet(
        self,
        kind: str,
        home: Home,
        four_words: tuple[str, ...],
        told: Told | None = None,
        *,
        made_up: bool = False,
    ) -> bytes:
        """The sheet of ``kind``: "about" or "helpers"; ``made_up`` for the folder of a sample."""
        document = _SHEETS[kind](sheet_facts(home, four_words), self._materials(made_up=made_up))
        return self._writer.write(document, progress=told)

    def my_views(self, views: MyViews, *, made_up: bool = False) -> bytes:
        """A person's own copy of what they chose to have in it."""
        return self._writer.write(my_views.document(views, self._materials(made_up=made_up)))

    def own_copy(self, copy: OwnCopy, *, made_up: bool = False) -> bytes:
        """“My views” with what the person chose to have in it."""
        entries = []
        for question_id, given in copy.answers:
            question = self._pack.question(question_id)
            said = given.answer or (given.status or AnswerStatus.LATER).value
            option = self._pack.options[said]
            entries.append(
                MyViewsEntry(
                    self._pack.area(question.area_id).short_title,
                    question.prompt,
                    question.picture,
                    option.label,
                    option.picture,
                    given.words or None,
                )
            )
        holds = Holds.TODAY if copy.only_today else Holds.ALL
        return self.my_views(MyViews(entries, holds, best=copy.best, change=copy.change), made_up=made_up)

    def sign_slip(self, sign: str, *, made_up: bool = False) -> bytes:
        """The slip with a sign: two ids joined by "+"."""
        known = {each.id: each for each in self._pack.signs}
        signs = [known[name] for name in sign.split("+") if name in known]
        return self._writer.write(sign_slip.document(signs, self._materials(made_up=made_up)))

    def how_to_ask_me(self, profile: Profile, name: str, *, made_up: bool = False) -> bytes:
        """The page on how somebody likes to be asked; ``name`` is what they typed for it, or nothing."""
        return self._writer.write(how_to_ask_me.document(profile, name, self._materials(made_up=made_up)))

    def full_copy(self, session: SessionFacts, home: Home) -> bytes:
        """All that one person said, in the order of the questions, harm and added words too."""
        given, closing = session.latest, session.latest_words
        return self.my_views(
            MyViews(
                [self._entry(given[name]) for name in sorted(given, key=self._order)],
                Holds.FULL,
                best=closing["best"].words if "best" in closing else None,
                change=closing["change"].words if "change" in closing else None,
                opener_name=home.opener_name,
            ),
            made_up=session.made_up,
        )

    def write(self, path: Path, data: bytes) -> None:
        """Whole or not at all."""
        write_whole(path, data)

    def write_for_person(self, path: Path, data: bytes) -> None:
        """Through no other file, and never over one that is there."""
        write_straight(path, data)

    def _materials(self, *, made_up: bool = False) -> Materials:
        return Materials(self._language, self._pack.pictures, draft=self._pack.draft, made_up=made_up)

    def _fitter(self, facts: SaidFacts) -> SummaryFitter:
        labels = {name: option.label for name, option in self._pack.options.items()}
        return SummaryFitter(self._writer, SaidMaterials(self._materials(), labels, facts))

    def _order(self, question_id: str) -> int:
        """Where a question stands in the pack; what the pack does not ask any more comes last."""
        ids = [question.id for question in self._pack.questions()]
        return ids.index(question_id) if question_id in ids else len(ids)

    def _entry(self, answer: GivenAnswer) -> MyViewsEntry:
        asked = {question.id: question for question in self._pack.questions()}
        option = self._pack.options[answer.said]
        if answer.question_id not in asked:
            title = self._language(printed.ASKED_BEFORE)
            prompt = answer.wording or self._language(printed.WORDING_LOST)
            words = answer.words or None
            return MyViewsEntry(title, prompt, None, option.label, option.picture, words)
        question = asked[answer.question_id]
        return MyViewsEntry(
            area_title=self._pack.area(question.area_id).title,
            question_prompt=answer.wording or question.prompt,
            picture=question.picture,
            answer_label=option.label,
            answer_picture=option.picture,
            words=answer.words or None,
        )
