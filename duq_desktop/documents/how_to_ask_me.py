"""“How to ask me”: one person's own page on how they like to be asked. No name unless they typed one.

The fourth step of the Accessible Information Standard (share), on paper: for a new helper, a nurse,
another place. It says nothing of what was ever answered.
"""

from __future__ import annotations

from collections.abc import Mapping

from duq_desktop.content.model import Picture
from duq_desktop.documents.closing import add_closing
from duq_desktop.documents.pdf.easyread import EasyRead
from duq_desktop.documents.pdf.tagged.typeface import Typeface
from duq_desktop.preferences.input_methods import InputMethod
from duq_desktop.preferences.preferences import Preferences, Sound, Spacing
from duq_desktop.preferences.profile import Profile
from duq_desktop.words import Words, preferences

FILE_NAME = "How to ask me.pdf"
POINTS_AT_100 = 16
"""What 100 % on the screen is on paper: 21 pixels are 16 points (1 point is 1.333 pixels)."""

_SOUND = {
    Sound.ASKED: preferences.PAPER_READ_ASKED,
    Sound.POINTED: preferences.PAPER_READ_POINTED,
    Sound.NONE: preferences.PAPER_READ_NEVER,
}


def document(
    profile: Profile,
    name: str,
    language: Words,
    typeface: Typeface,
    pictures: Mapping[str, Picture],
    *,
    made_up: bool = False,
) -> bytes:
    """The whole PDF. ``name`` is what the person typed for this page, or nothing."""
    liking = profile.liking
    sheet = EasyRead(language(preferences.PAPER_TITLE), language, typeface, pictures, made_up=made_up)
    concept, sentences = preferences.PAPER_OPENING
    named = [language(preferences.PAPER_NAME, name=name)] if name else []
    sheet.opening(concept, [*named, *map(language, sentences)])
    if profile.helps:
        sheet.heading(language(preferences.PAPER_HELPS))
        sheet.row("with-helper", *_lines_of(profile.helps))
    if profile.helpers:
        sheet.heading(language(preferences.PAPER_HELPERS))
        sheet.row("help", *_lines_of(profile.helpers))
    _shown(sheet, liking)
    _said(sheet, liking)
    _answered(sheet, liking)
    if profile.review_by is not None:
        sheet.heading(language(preferences.PAPER_REVIEW))
        by = profile.review_by
        month = language(preferences.PAPER_MONTHS[by.month - 1])
        day = language(preferences.PAPER_DAY, day=by.day, month=month, year=by.year)
        sheet.row("another-day", language(preferences.PAPER_REVIEW_LINE, day=day))
    sheet.strong(language(preferences.PAPER_FOUND))
    add_closing(sheet, draft=False, made_up=made_up)
    return sheet.finish()


def _shown(sheet: EasyRead, liking: Preferences) -> None:
    say = sheet.language
    points = round(POINTS_AT_100 * liking.text_size / 100)
    sheet.heading(say(preferences.PAPER_SHOW))
    letters = [
        say(preferences.PAPER_LETTERS, letters=say(preferences.LETTERS.get(liking.font, liking.font)).lower())
    ]
    if liking.spacing is Spacing.WIDE:
        letters.append(say(preferences.PAPER_SPACE))
    sheet.row("text-size", say(preferences.PAPER_SIZE, size=liking.text_size, points=points), *letters)
    colours = say(preferences.THEMES.get(liking.theme, liking.theme)).lower()
    sheet.row("colours", say(preferences.PAPER_COLOURS, colours=colours))
    sheet.row(
        "pictures-on",
        say(preferences.PAPER_PICTURES_ON if liking.pictures else preferences.PAPER_PICTURES_OFF),
    )


def _said(sheet: EasyRead, liking: Preferences) -> None:
    say = sheet.language
    sheet.heading(say(preferences.PAPER_SAY))
    speed = preferences.PAPER_SPEED.get(liking.rate)
    lines = [say(_SOUND[liking.sound])]
    if speed and liking.sound is not Sound.NONE:
        lines.append(say(speed))
    sheet.row("no-sound" if liking.sound is Sound.NONE else "voice", *lines)


def _answered(sheet: EasyRead, liking: Preferences) -> None:
    say = sheet.language
    sheet.heading(say(preferences.PAPER_PRESS))
    times = {InputMethod.ONE_SWITCH: liking.switch.step, InputMethod.DWELL: liking.dwell.stay}
    seconds = f"{times.get(liking.way, 0) / 1000:g}"
    sheet.row("choice", say(preferences.PAPER_PRESS_WAYS[liking.way.value], seconds=seconds))
    sheet.row("question", say(preferences.PAPER_TWO if liking.two_answers else preferences.PAPER_THREE))
    sheet.row("wait", say(preferences.PAPER_TIME))


def _lines_of(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]
