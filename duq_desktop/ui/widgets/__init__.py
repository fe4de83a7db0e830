"""Everything a page is built of. Each widget needs its words to be made at all, so none lacks a name."""

from duq_desktop.ui.widgets.answers import AnswerCard, AnswerSet, QuietChoice
from duq_desktop.ui.widgets.blank import Blank
from duq_desktop.ui.widgets.buttons import BigButton, HearButton, WordButton
from duq_desktop.ui.widgets.controls import ALL_CONTROLS, Control, ControlWords
from duq_desktop.ui.widgets.guard import KeyGuard
from duq_desktop.ui.widgets.layouts import RowOrColumn
from duq_desktop.ui.widgets.marks import Mark
from duq_desktop.ui.widgets.notices import CalmNotice, ContactCard, Panel, Progress
from duq_desktop.ui.widgets.page_frame import PageFrame
from duq_desktop.ui.widgets.picture_board import BoardWords, PictureBoard
from duq_desktop.ui.widgets.picture_view import PictureView
from duq_desktop.ui.widgets.reading_order import set_reading_order
from duq_desktop.ui.widgets.text import BodyText, Heading, Tone, WrappedText
from duq_desktop.ui.widgets.typed_words import TypedWords

__all__ = [
    "ALL_CONTROLS",
    "AnswerCard",
    "AnswerSet",
    "BigButton",
    "Blank",
    "BoardWords",
    "BodyText",
    "CalmNotice",
    "ContactCard",
    "Control",
    "ControlWords",
    "Heading",
    "HearButton",
    "KeyGuard",
    "Mark",
    "PageFrame",
    "Panel",
    "PictureBoard",
    "PictureView",
    "Progress",
    "QuietChoice",
    "RowOrColumn",
    "Tone",
    "TypedWords",
    "WordButton",
    "WrappedText",
    "set_reading_order",
]
