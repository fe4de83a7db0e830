"""The organisation's own pictures: which sets there are, bringing one in from a stick, removing one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from duq_desktop.content.imported_sets import SETS_LIMIT, ImportedSets
from duq_desktop.content.model import Pack, Stream
from duq_desktop.content.picture_drawing import ChildDrawer
from duq_desktop.content.picture_set_import import PictureSetImport, remove_set
from duq_desktop.content.picture_set_preview import holds_pictures, look_through
from duq_desktop.content.pictures import PictureSet, pictures_of, replaceable
from duq_desktop.content.printable import printable
from duq_desktop.errors import ExpectedError
from duq_desktop.ui.opener.destinations import Choosing
from duq_desktop.ui.opener.opened_room import RoomPages, RoomView
from duq_desktop.ui.opener.pages.distinct_names import distinct_names
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, DeskPage
from duq_desktop.ui.pages.texts import Line
from duq_desktop.words import opener_pictures as words

_FOLDERS_LOOKED_AT = 200
_FOLDERS_SHOWN = 12
_NAMED = 12
"""Names and refusals that one page tells; of the others it tells the number."""


def asked_concepts(pack: Pack) -> list[str]:
    """The pictures that matter most: of the areas, and of the questions for people supported."""
    areas = [area.picture.concept for area in pack.areas]
    return [*areas, *dict.fromkeys(each.picture.concept for each in pack.questions(Stream.PERSON))]


class PicturePages(RoomPages):
    """The page of picture sets and those behind it; ``left`` leads back."""

    def __init__(self, room: RoomView, parent: QObject, left: Callable[[], None]) -> None:
        super().__init__(room, parent)
        self._left = left
        self._choosing: Choosing | None = None
        self._bringing: PictureSetImport | None = None
        self._steps: Iterator[int] = iter(())

    @property
    def _sets(self) -> ImportedSets:
        return self.parts.tools.pictures.sets

    def start(self, told: str = "") -> None:
        """What is there, and the way to bring more; ``told`` says what was just done."""
        sets = self._sets.all()
        page = self._page(words.TITLE, self.lines(words.LINES))
        for set_id, each in sets.items():
            page.add_action(set_id, self.text(words.SET, name=each.name), concept="pictures")
        if len(sets) < SETS_LIMIT:
            page.add_action(words.BRING, self.text(words.BRING), concept="usb-stick")
        else:
            page.add_line(self.text(words.FULL, number=SETS_LIMIT))
        page.acted.connect(
            lambda name: self._ask_where() if name == words.BRING else self._show(name, sets[name])
        )
        page.back_pressed.connect(self._left)
        self.put(page)
        if told:
            page.notice(told, "check")

    def forget(self) -> None:
        """Leave nothing of pictures that were looked at and not kept."""
        self._steps = iter(())
        if self._bringing is not None:
            self._bringing.drop()
            self._bringing = None

    def _page(self, title: str, lines: list[Line], **values: object) -> DeskPage:
        return DeskPage(self.parts.tools, self.text(title, **values), lines=lines, controls=AWAY_CONTROLS)

    def _ask_where(self) -> None:
        if self._choosing is not None:
            self._choosing.deleteLater()
        title, left = words.WHERE_TITLE, self.start
        self._choosing = Choosing(
            self.parts, title=title, chosen=self._look_in, left=left, to_read=True, parent=self
        )
        self._choosing.start()

    def _look_in(self, place: Path) -> None:
        """The folder itself, and those in it, if pictures lie there."""
        found = _folders(place)
        page = self.parts.stage.page
        assert isinstance(page, DeskPage), "the choice of a place is one"
        if not found:
            page.notice(self.text(words.FOLDERS_NONE, folder=printable(place.name or str(place))))
            return
        page = self._page(words.FOLDERS_TITLE, [("pictures", self.text(words.FOLDERS_LINE))])
        paths = [(printable(folder.name or str(folder)), printable(str(folder))) for folder, _number in found]
        for at, (name, (_folder, number)) in enumerate(zip(distinct_names(paths), found, strict=True)):
            page.add_action(str(at), self.text(words.FOLDER, folder=name, number=number), concept="pictures")
        page.acted.connect(lambda name: self._bring(page, found[int(name)][0]))
        page.back_pressed.connect(self._ask_where)
        self.put(page)

    def _bring(self, page: DeskPage, folder: Path) -> None:
        pack = self.parts.tools.pack
        wanted = replaceable(pack)
        self.forget()
        try:
            coming = look_through(folder, wanted, pictures_of(pack).keys() - wanted)
            self._bringing = PictureSetImport(self._sets, coming, ChildDrawer())
        except ExpectedError as trouble:
            page.notice(self.parts.tools.words.error(trouble))
            return
        self._steps = self._bringing.work()
        self._show_work(self._bringing, len(coming.files))

    def _show_work(self, bringing: PictureSetImport, whole: int) -> None:
        """One picture after the other, between which the page stays alive and can be left."""
        page = self._page(words.WORK_TITLE, [("wait", self.text(words.WORK_LINE))])
        so_far = page.add_line(self.text(words.WORK_NUMBER, number=0, whole=whole))
        page.add_action("stop", self.text(words.STOP))
        timer = QTimer(page)

        def stop() -> None:
            timer.stop()
            self.forget()
            self.start()

        def on_step() -> None:
            try:
                number = next(self._steps, None)
            except ExpectedError as trouble:
                stop()
                self._notice(trouble)
                return
            if number is not None:
                so_far.setText(self.text(words.WORK_NUMBER, number=number, whole=whole))
                return
            timer.stop()
            if self._bringing is bringing:
                self._show_found(bringing)

        page.acted.connect(stop)
        page.back_pressed.connect(stop)
        timer.timeout.connect(on_step)
        self.put(page)
        timer.start(0)

    def _show_found(self, bringing: PictureSetImport) -> None:
        """How much there is, then whether it is taken; below that each name that is missing or left out."""
        page = self._page(words.FOUND_TITLE, self._told(bringing), name=bringing.coming.name)
        if bringing.taken:
            page.add_action("take", self.text(words.TAKE), main=True)
        page.add_action("leave", self.text(words.LEAVE))
        for concept, sentence in self._named(bringing):
            page.add_line(sentence, concept)

        def on_act(name: str) -> None:
            if name == "take":
                self._take(page, bringing)
            else:
                self._drop()

        page.acted.connect(on_act)
        page.back_pressed.connect(self._drop)
        self.put(page)

    def _drop(self) -> None:
        self.forget()
        self.start()

    def _take(self, page: DeskPage, bringing: PictureSetImport) -> None:
        if self.attempt(page, bringing.keep):
            self.forget()
            self.parts.tools.pictures.look_again()
            self.start(self.text(words.TAKEN, name=bringing.coming.name))

    def _told(self, bringing: PictureSetImport) -> list[Line]:
        pack, taken, left_out = self.parts.tools.pack, bringing.taken, len(bringing.problems)
        lines: list[Line] = []
        if bringing.replaces:
            lines.append(("warning", self.text(words.REPLACES)))
        if taken:
            asked = asked_concepts(pack)
            counts = {"number": len(taken), "whole": len(replaceable(pack))}
            lines.append(("pictures", self.text(words.FOUND, **counts)))
            counts = {"number": len(taken.intersection(asked)), "whole": len(asked)}
            lines.append(("question", self.text(words.FOUND_ASKED, **counts)))
        else:
            lines.append(("trouble", self.text(words.NOTHING)))
        if left_out:
            lines.append(("warning", self.text(words.LEFT_OUT_NUMBER, number=left_out)))
        return lines

    def _named(self, bringing: PictureSetImport) -> list[Line]:
        tell, coming = self.parts.tools.words.error, bringing.coming
        missing = [name for name in asked_concepts(self.parts.tools.pack) if name not in bringing.taken]
        lines = self._some("warning", words.LEFT_OUT, [tell(each.as_error()) for each in bringing.problems])
        if coming.unknown:
            names = ", ".join(coming.unknown[:3])
            lines.append(("", self.text(words.UNKNOWN, number=len(coming.unknown), names=names)))
        return [*lines, *(self._some("", words.MISSING, missing) if bringing.taken else [])]

    def _some(self, concept: str, title: str, sentences: list[str]) -> list[Line]:
        """The first ones under their title, and how many more there are."""
        if not sentences:
            return []
        more = len(sentences) - _NAMED
        shown = [*sentences[:_NAMED], *([self.text(words.MORE, number=more)] if more > 0 else [])]
        return [(concept, self.text(title)), *(("", sentence) for sentence in shown)]

    def _show(self, set_id: str, one: PictureSet) -> None:
        """One set: how many pictures, whose they are, and the way to remove it."""
        facts = [self.text(words.HAS, number=len(one.files)), one.licence, one.credit]
        page = self._page(words.FOUND_TITLE, [("", fact) for fact in facts if fact], name=one.name)
        page.add_action("remove", self.text(words.REMOVE), concept="delete")
        page.acted.connect(lambda _name: self._ask_remove(set_id, one))
        page.back_pressed.connect(self.start)
        self.put(page)

    def _ask_remove(self, set_id: str, one: PictureSet) -> None:
        page = self._page(words.REMOVE_TITLE, [("delete", self.text(words.REMOVE_LINE))], name=one.name)
        page.add_action("do", self.text(words.REMOVE_DO), main=True)

        def on_act(_name: str) -> None:
            if self.attempt(page, partial(remove_set, self._sets, set_id)):
                self.parts.tools.pictures.look_again()
                self.start(self.text(words.REMOVED, name=one.name))

        page.acted.connect(on_act)
        page.back_pressed.connect(lambda: self._show(set_id, one))
        self.put(page)

    def _notice(self, trouble: ExpectedError) -> None:
        page = self.parts.stage.page_behind_blank
        assert isinstance(page, DeskPage)
        page.notice(self.parts.tools.words.error(trouble))


def _folders(place: Path) -> list[tuple[Path, int]]:
    """``place`` and the folders in it that hold pictures, with how many."""
    try:
        inside = sorted(islice(place.iterdir(), _FOLDERS_LOOKED_AT))
    except OSError:
        inside = []
    below = [
        path for path in inside if not path.name.startswith(".") and not path.is_symlink() and path.is_dir()
    ]
    found = [(path, number) for path in (place, *below) if (number := holds_pictures(path))]
    return found[:_FOLDERS_SHOWN]
