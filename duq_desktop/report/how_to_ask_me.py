"""“How to ask me”: one person's own page on how they like to be asked. No name unless they typed one.

The fourth step of the Accessible Information Standard (share), on paper: for a new helper, a nurse,
another place. It says nothing of what was ever answered.
"""

from __future__ import annotations

from collections.abc import Mapping

from duq_desktop.content.model import Picture
from duq_desktop.liking.liking import Liking, Sound, Spacing
from duq_desktop.liking.profile import Profile
from duq_desktop.liking.ways import Way
from duq_desktop.report.closing import add_closing
from duq_desktop.report.easyread import EasyRead
from duq_desktop.report.tagged.typeface import Typeface
from duq_desktop.words import Words, like

FILE_NAME = "How to ask me.pdf"
POINTS_AT_100 = 16
"""What 100 % on the screen is on paper: 21 pixels are 16 points (1 point is 1.333 pixels)."""

_SOUND = {
    Sound.ASKED: like.PAPER_READ_ASKED,
    Sound.POINTED: like.PAPER_READ_POINTED,
    Sound.NONE: like.PAPER_READ_NEVER,
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
    sheet = EasyRead(language(like.PAPER_TITLE), language, typeface, pictures, made_up=made_up)
    concept, sentences = like.PAPER_OPENING
    named = [language(like.PAPER_NAME, name=name)] if name else []
    sheet.opening(concept, [*named, *map(language, sentences)])
    if profile.helps:
        sheet.heading(language(like.PAPER_HELPS))
        sheet.row("with-helper", *_lines_of(profile.helps))
    if profile.helpers:
        sheet.heading(language(like.PAPER_HELPERS))
        sheet.row("help", *_lines_of(profile.helpers))
    _shown(sheet, liking)
    _said(sheet, liking)
    _answered(sheet, liking)
    if profile.review_by is not None:
        sheet.heading(language(like.PAPER_REVIEW))
        by = profile.review_by
        month = language(like.PAPER_MONTHS[by.month - 1])
        day = language(like.PAPER_DAY, day=by.day, month=month, year=by.year)
        sheet.row("another-day", language(like.PAPER_REVIEW_LINE, day=day))
    sheet.strong(language(like.PAPER_FOUND))
    add_closing(sheet, draft=False, made_up=made_up)
    return sheet.finish()


def _shown(sheet: EasyRead, liking: Liking) -> None:
    say = sheet.language
    points = round(POINTS_AT_100 * liking.text_size / 100)
    sheet.heading(say(like.PAPER_SHOW))
    letters = [say(like.PAPER_LETTERS, letters=say(like.LETTERS.get(liking.font, liking.font)).lower())]
    if liking.spacing is Spacing.WIDE:
        letters.append(say(like.PAPER_SPACE))
    sheet.row("text-size", say(like.PAPER_SIZE, size=liking.text_size, points=points), *letters)
    colours = say(like.THEMES.get(liking.theme, liking.theme)).lower()
    sheet.row("colours", say(like.PAPER_COLOURS, colours=colours))
    sheet.row("pictures-on", say(like.PAPER_PICTURES_ON if liking.pictures else like.PAPER_PICTURES_OFF))


def _said(sheet: EasyRead, liking: Liking) -> None:
    say = sheet.language
    sheet.heading(say(like.PAPER_SAY))
    speed = like.PAPER_SPEED.get(liking.rate)
    lines = [say(_SOUND[liking.sound])]
    if speed and liking.sound is not Sound.NONE:
        lines.append(say(speed))
    sheet.row("no-sound" if liking.sound is Sound.NONE else "voice", *lines)


def _answered(sheet: EasyRead, liking: Liking) -> None:
    say = sheet.language
    sheet.heading(say(like.PAPER_PRESS))
    times = {Way.ONE_SWITCH: liking.switch.step, Way.DWELL: liking.dwell.stay}
    seconds = f"{times.get(liking.way, 0) / 1000:g}"
    sheet.row("choice", say(like.PAPER_PRESS_WAYS[liking.way.value], seconds=seconds))
    sheet.row("question", say(like.PAPER_TWO if liking.two_answers else like.PAPER_THREE))
    sheet.row("wait", say(like.PAPER_TIME))


def _lines_of(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]
