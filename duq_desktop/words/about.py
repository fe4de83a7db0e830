"""What "About" says: what this is, who made it, that it is a draft, and whose work is in it."""

from __future__ import annotations

ABOUT = "About"
TITLE = "About this app"
VERSION = "DUQ Desktop {version}"
DRAFT = "This is a draft. People with learning disabilities have not tried it yet."
INDEPENDENT = (
    "This app is independent. The people who wrote the Driving Up Quality Code did not make it, and they "
    "have not approved it."
)
OFFLINE = "This app never uses the internet. It can't call anyone. It can't send anything."
LICENCE = "Free software under the GNU General Public License, version 3 or later."
PICTURES = "The pictures are our own."
PICTURE_SET = "The organisation brought more pictures to this computer: “{name}”."
LETTERS = "Letters: Lexend, Atkinson Hyperlegible Next and Weighted Letters (made from OpenDyslexic by Abbie Gonzalez), SIL Open Font License 1.1. Voice: espeak-ng, GNU General Public License 3."
