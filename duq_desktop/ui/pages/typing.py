"""The keys on the screen that a page offers beside a box to type in."""

from __future__ import annotations

from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.widgets.screen_keys import KeyWords, ScreenKeys
from duq_desktop.ui.widgets.typed_words import TypedWords
from duq_desktop.words import pressing


def screen_keys(tools: Tools, box: TypedWords) -> ScreenKeys:
    """Keys for ``box``, in the order that the person likes, with the pack's picture words to pick from."""
    text = tools.text
    words = KeyWords(
        name=text(pressing.KEYS_NAME),
        space=text(pressing.KEY_SPACE),
        delete=text(pressing.KEY_DELETE),
        undo=text(pressing.KEY_UNDO),
        to_numbers=text(pressing.KEY_NUMBERS),
        to_letters=text(pressing.KEY_LETTERS),
        rows=pressing.ROWS_ABC if tools.keys().abc else pressing.ROWS_QWERTY,
        numbers=pressing.ROWS_NUMBERS,
        names={sign: text(name) for sign, name in zip(pressing.SIGNS, pressing.SIGN_NAMES, strict=True)},
        offered=tuple(dict.fromkeys(word.label for word in tools.pack.board)),
    )
    return ScreenKeys(box, words)
