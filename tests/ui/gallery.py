"""Pictures of the kit for looking at: every theme and text size of three made-up pages.

``python tests/ui/gallery.py OUT [--fonts FOLDER] [--only cream-100]`` writes PNG files to OUT.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QWidget,
)

from duq_desktop.content.model import BoardGroup, Picture, PictureWord
from duq_desktop.ui.pictures import PictureCache
from duq_desktop.ui.theme import TEXT_SIZES, Look, apply_look, load_fonts, read_themes
from duq_desktop.ui.widgets import (
    AnswerCard,
    AnswerSet,
    BigButton,
    Blank,
    BoardWords,
    BodyText,
    CalmNotice,
    ContactCard,
    ControlWords,
    Mark,
    PageFrame,
    PictureBoard,
    PictureView,
    Progress,
    QuietChoice,
    TypedWords,
)

ROOT = Path(__file__).resolve().parents[2]
WORDS = ControlWords(
    listen="Listen", hide="Hide", back="Back", rest="Rest", stop="Stop", tell="Tell someone", next="Next"
)


def drawn(name: str, alt: str) -> Picture:
    """One of the pack's own pictures."""
    return Picture(concept=name, alt=alt, file=ROOT / "easyread" / "duq-code" / "pictures" / f"{name}.svg")


def question_page(pictures: PictureCache) -> PageFrame:
    """A question with three answers and two non-answers."""
    cards = [
        AnswerCard("yes", "Yes", picture=drawn("mark-yes", "A tick"), pictures=pictures),
        AnswerCard("sometimes", "Sometimes", picture=drawn("mark-sometimes", "Both"), pictures=pictures),
        AnswerCard("no", "No", picture=drawn("mark-no", "A cross"), pictures=pictures),
    ]
    quiet = [
        QuietChoice("dont_know", "I don't know", picture=drawn("mark-dont-know", "?"), pictures=pictures),
        QuietChoice(
            "dont_want_to_say",
            "I don't want to say",
            picture=drawn("mark-dont-want", "A closed mouth"),
            pictures=pictures,
        ),
    ]
    page = PageFrame(
        "Do staff help you to choose what you do each day?",
        WORDS,
        picture=PictureView(drawn("choosing-at-shop", "A woman chooses at a shop"), pictures),
        progress=Progress(3, 8, "3 of 8"),
    )
    answers = AnswerSet(cards, quiet, hear="Hear")
    page.add(answers)
    page.add(BigButton("What does this mean?", mark=Mark.QUESTION))
    answers.choose("yes")
    return page


def help_page(pictures: PictureCache) -> PageFrame:
    """Messages and contacts."""
    page = PageFrame(
        "You can tell someone",
        WORDS,
        picture=PictureView(drawn("help", "Someone helps"), pictures),
    )
    page.add(BodyText("Nobody reads your answers today. If you are in danger, tell someone you trust now."))
    page.add(ContactCard("999", "If you are in danger now.", "Call 999"))
    page.add(ContactCard("Council", "They keep people safe.", "01632 960 001"))
    page.add(CalmNotice("This app cannot call anyone. Ask someone to help you call."))
    page.add(BigButton("Ask Sam to talk to me alone"))
    return page


def more_page(pictures: PictureCache) -> PageFrame:
    """Typed words and picture words."""
    names = ("Feelings", "People", "Places", "Things", "Times", "Harm")
    groups = [BoardGroup(name, name, drawn("kind-talk", name)) for name in names]
    words = [PictureWord(f"w{n}", f"Word {n}", "Feelings", drawn("help", "x")) for n in range(8)]
    texts = BoardWords(empty="No words yet", undo="Take back", more="More", groups="All kinds")
    page = PageFrame("Tell us more", WORDS)
    page.add(TypedWords("Your own words"))
    page.add(PictureBoard(groups, words, texts, pictures))
    return page


def plain_page(pictures: PictureCache) -> PageFrame:
    """Qt's plain widgets, as the opener's screens use them."""
    page = PageFrame("Setting up", WORDS)
    line, combo, tick, radio = (
        QLineEdit("A name"),
        QComboBox(),
        QCheckBox("Done"),
        QRadioButton("One"),
    )
    combo.addItems(["England", "Wales"])
    for widget, name in ((line, "Name"), (combo, "Nation"), (tick, "Done"), (radio, "One")):
        widget.setAccessibleName(name)
        page.add(widget)
    tick.setChecked(True)
    radio.setChecked(True)
    plain = QPushButton("Plain")
    page.add(plain)
    bar = QProgressBar()
    bar.setValue(40)
    page.add(bar)
    return page


def blank_page(pictures: PictureCache) -> QWidget:
    """What Hide shows."""
    return Blank("Come back", words="Having a rest")


PAGES: dict[str, Callable[[PictureCache], QWidget]] = {
    "question": question_page,
    "help": help_page,
    "more": more_page,
    "plain": plain_page,
    "blank": blank_page,
}


def main() -> None:
    """Writes one PNG for each page, theme and text size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--fonts", type=Path, default=ROOT / "resources" / "fonts")
    parser.add_argument("--only", default="")
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--scroll", action="store_true", help="also the page scrolled to its end")
    options = parser.parse_args()
    app = QApplication([])
    load_fonts(options.fonts)
    options.out.mkdir(parents=True, exist_ok=True)
    wide, high = map(int, options.size.split("x"))
    for theme in read_themes(ROOT / "resources" / "themes").values():
        for scale in TEXT_SIZES:
            apply_look(app, Look(theme, scale))
            for name, make in PAGES.items():
                stem = f"{name}-{theme.id}-{scale}"
                if options.only in stem:
                    shoot(app, make(PictureCache()), options.out / stem, (wide, high), options.scroll)


def shoot(app: QApplication, page: QWidget, stem: Path, size: tuple[int, int], scroll: bool) -> None:
    """Shows ``page`` at ``size`` and saves what is to be seen."""
    page.resize(*size)
    page.show()
    if isinstance(page, PageFrame):
        page.focus_first()
    for _ in range(5):
        app.processEvents()
    page.grab().save(f"{stem}.png")
    if scroll and isinstance(page, PageFrame):
        bar = page._scroll.verticalScrollBar()
        if bar.maximum():
            bar.setValue(bar.maximum())
            app.processEvents()
            page.grab().save(f"{stem}-end.png")
    page.close()
    page.deleteLater()


if __name__ == "__main__":
    main()
