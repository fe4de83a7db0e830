"""What people supported read and hear of the ways to press. Held to the same grade as ``person``."""

from __future__ import annotations

# The place to rest on for who presses by staying
REST_SPOT = "Rest here"
REST_SPOT_OFF = "Resting now. Look here to go on."

# The ends of a page that goes on
UP = "Up"
DOWN = "Down"

# Keys on the screen
KEYS_SHOW = "Keys on the screen"
KEYS_HIDE = "Put the keys away"
KEYS_NAME = "Keys to type with"
KEY_SPACE = "Space"
KEY_DELETE = "Delete"
KEY_UNDO = "Undo"
KEY_NUMBERS = "123"
KEY_LETTERS = "abc"

SIGNS = (".", "?", "'")
SIGN_NAMES = ("full stop", "question mark", "apostrophe")
"""What a screen reader calls a key that is no letter and no number, in the order of ``SIGNS``."""

ROWS_ABC = ("abcdefghij", "klmnopqrs", "tuvwxyz'.?")
ROWS_QWERTY = ("qwertyuiop", "asdfghjkl'", "zxcvbnm.?")
ROWS_NUMBERS = ("12345", "67890")
"""The keys in their rows, for a language written in these letters."""
