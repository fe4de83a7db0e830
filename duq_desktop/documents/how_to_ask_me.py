"""“How to ask me”: one person's own page on how they like to be asked. No name unless they typed one.

The fourth step of the Accessible Information Standard (share), on paper: for a new helper, a nurse,
another place. It says nothing of what was ever answered.
"""

from __future__ import annotations

from dataclasses import replace

from duq_desktop.documents.blocks import Document, EasyLine, Rank, Section, Text, Tone
from duq_desktop.documents.closing import closing
from duq_desktop.documents.materials import Materials
from duq_desktop.preferences.input_methods import InputMethod
from duq_desktop.preferences.preferences import Preferences, Sound, Spacing
from duq_desktop.preferences.profile import Profile
from duq_desktop.words import preferences

FILE_NAME = "How to ask me.pdf"
POINTS_AT_100 = 16
"""What 100 % on the screen is on paper: 21 pixels are 16 points (1 point is 1.333 pixels)."""

_SOUND = {
    Sound.ASKED: preferences.PAPER_READ_ASKED,
    Sound.POINTED: preferences.PAPER_READ_POINTED,
    Sound.NONE: preferences.PAPER_READ_NEVER,
}


def document(profile: Profile, name: str, materials: Materials) -> Document:
    """The whole page. ``name`` is what the person typed for this page, or nothing."""
    say, liking = materials.say, profile.liking
    opening = materials.line(preferences.PAPER_OPENING)
    if name:
        opening = replace(opening, lines=(say(preferences.PAPER_NAME, name=name), *opening.lines))
    return Document(
        say(preferences.PAPER_TITLE),
        opening,
        (
            *_about_help(profile, materials),
            _shown(liking, materials),
            _said(liking, materials),
            _answered(liking, materials),
            *_review(profile, materials),
            Text((say(preferences.PAPER_FOUND),), Tone.STRONG),
            closing(replace(materials, draft=False)),
        ),
        materials.mark,
    )


def _about_help(profile: Profile, materials: Materials) -> list[Section]:
    """What the person typed, where they did."""
    told = (
        (preferences.PAPER_HELPS, "with-helper", profile.helps),
        (preferences.PAPER_HELPERS, "help", profile.helpers),
    )
    return [
        Section(Rank.PART, materials.say(title), (materials.row(concept, *_lines_of(words)),))
        for title, concept, words in told
        if words
    ]


def _review(profile: Profile, materials: Materials) -> list[Section]:
    """When to ask again how to ask."""
    say, by = materials.say, profile.review_by
    if by is None:
        return []
    month = say(preferences.PAPER_MONTHS[by.month - 1])
    day = say(preferences.PAPER_DAY, day=by.day, month=month, year=by.year)
    line = materials.row("another-day", say(preferences.PAPER_REVIEW_LINE, day=day))
    return [Section(Rank.PART, say(preferences.PAPER_REVIEW), (line,))]


def _shown(liking: Preferences, materials: Materials) -> Section:
    say = materials.say
    points = round(POINTS_AT_100 * liking.text_size / 100)
    letters = [
        say(preferences.PAPER_LETTERS, letters=say(preferences.LETTERS.get(liking.font, liking.font)).lower())
    ]
    if liking.spacing is Spacing.WIDE:
        letters.append(say(preferences.PAPER_SPACE))
    colours = say(preferences.THEMES.get(liking.theme, liking.theme)).lower()
    pictures = preferences.PAPER_PICTURES_ON if liking.pictures else preferences.PAPER_PICTURES_OFF
    size = say(preferences.PAPER_SIZE, size=liking.text_size, points=points)
    rows = (
        materials.row("text-size", size, *letters),
        materials.row("colours", say(preferences.PAPER_COLOURS, colours=colours)),
        materials.row("pictures-on", say(pictures)),
    )
    return Section(Rank.PART, say(preferences.PAPER_SHOW), rows)


def _said(liking: Preferences, materials: Materials) -> Section:
    say = materials.say
    speed = preferences.PAPER_SPEED.get(liking.rate)
    lines = [say(_SOUND[liking.sound])]
    if speed and liking.sound is not Sound.NONE:
        lines.append(say(speed))
    row = materials.row("no-sound" if liking.sound is Sound.NONE else "voice", *lines)
    return Section(Rank.PART, say(preferences.PAPER_SAY), (row,))


def _answered(liking: Preferences, materials: Materials) -> Section:
    say = materials.say
    times = {InputMethod.ONE_SWITCH: liking.switch.step, InputMethod.DWELL: liking.dwell.stay}
    seconds = f"{times.get(liking.way, 0) / 1000:g}"
    two = preferences.PAPER_TWO if liking.two_answers else preferences.PAPER_THREE
    rows: tuple[EasyLine, ...] = (
        materials.row("choice", say(preferences.PAPER_PRESS_WAYS[liking.way.value], seconds=seconds)),
        materials.row("question", say(two)),
        materials.row("wait", say(preferences.PAPER_TIME)),
    )
    return Section(Rank.PART, say(preferences.PAPER_PRESS), rows)


def _lines_of(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]
