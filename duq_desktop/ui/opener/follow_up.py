"""The page where the opener types what comes of what people said, for the document to tell."""

from __future__ import annotations

from duq_desktop.documents.facts import FollowUp
from duq_desktop.ui.opener.pages.fields import FieldsPage, FieldSpec
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.words import opener_said as words

_FIELDS = (
    ("will_do", words.NEXT_WILL_DO, words.NEXT_WILL_DO_HINT),
    ("promised", words.NEXT_PROMISED, words.NEXT_PROMISED_HINT),
    ("come_back", words.NEXT_COME_BACK, words.NEXT_COME_BACK_HINT),
    ("ask", words.NEXT_ASK, words.NEXT_ASK_HINT),
)

_COLUMN = 18
"""The fields stand in two columns where each has so many em, so that all are seen at once."""


def follow_up_page(tools: Tools, typed: FollowUp) -> FieldsPage:
    """The page with what was ``typed`` before; nothing in it has to be filled in."""
    say = tools.words
    specs = [FieldSpec(key, say(label), say(hint)) for key, label, hint in _FIELDS]
    values = {key: getattr(typed, key) for key, _label, _hint in _FIELDS}
    lines = [("what-happens-next", say(words.NEXT_LINE))]
    return FieldsPage(tools, say(words.NEXT_TITLE), specs, values, lines=lines, beside=_COLUMN)


def follow_up_of(page: FieldsPage) -> FollowUp:
    """What stands on the page now."""
    values = page.values()
    return FollowUp(values["will_do"], values["promised"], values["come_back"], values["ask"])
