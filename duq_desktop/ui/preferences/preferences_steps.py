"""What each page of "How I like it" offers, and what the first page says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from duq_desktop.content.imported_sets import SETS_LIMIT
from duq_desktop.content.model import Picture, Stream
from duq_desktop.content.pictures import PictureSet
from duq_desktop.languages import Language
from duq_desktop.preferences.input_methods import InputMethod
from duq_desktop.preferences.preferences import Preferences, Sound, Spacing
from duq_desktop.settings import COMPUTER_THEME
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.preferences.applied import PreferencesApplier
from duq_desktop.ui.preferences.pages.preferences_page import LANGUAGE, Offer, Row
from duq_desktop.ui.theme import COMPUTER_LETTERS, FONTS
from duq_desktop.ui.widgets.samples import Sample
from duq_desktop.words import preferences

MOST_VOICES = 5
FIRST_PAGE = "now"
"""The name of the page that says what is set now."""
PARTS = {
    "words": ("size", "letters", "spacing"),
    "colours": ("colours",),
    "more-colours": ("more-colours",),
    "pictures": ("pictures",),
    "voice": ("sound", "voice", "speed"),
    "press": ("press", "hands", "answers"),
    "keys": ("numbers", "repeat"),
    "stay": ("stay",),
}
"""Every setting that there may be, by its part: the rows of the first page, and what they lead to."""
PART_OF = {name: part for part, names in PARTS.items() for name in names}
LED_TO_BY = {"repeat": "hands"}
"""The setting from whose page a part is reached, by the last of the part."""
SET_UP = {InputMethod.ONE_SWITCH: "switch", InputMethod.TWO_SWITCHES: "switch", InputMethod.DWELL: "stay"}
"""The page that sets a way of pressing up."""
FIRST_THEMES = ("cream", "white", "dark", "black-and-yellow")
"""The colours on the first page of them; the others stand on the next one: at most five to choose from."""

_PRESS_CONCEPTS = {
    InputMethod.DIRECT: "touch",
    InputMethod.ONE_SWITCH: "one-switch",
    InputMethod.TWO_SWITCHES: "two-switches",
    InputMethod.DWELL: "look-and-stay",
}
_SPEED_CONCEPTS = {0.75: "speed-slow", 1.0: "speed-medium", 1.4: "speed-fast"}
_STAY_CONCEPTS = {800: "stay-short", 1_200: "stay-medium", 2_000: "stay-long", 3_000: "stay-very-long"}
_HANDS_CONCEPTS = {500: "hand-steady", 1_000: "hand-shakes", 2_000: "hand-shakes-a-lot"}
_YES_OR_NO = {True: "mark-yes", False: "mark-no"}
_ANSWERS_CONCEPTS = {"three": "three-answers", "two": "two-answers"}


@dataclass(frozen=True)
class Setting:
    """One thing to set, on a page of its own: ``get`` is its value in the liking, ``put`` how one gets in.

    ``more`` is a further button with these words, which leads to the part ``leads``.
    """

    name: str
    title: str
    concept: str
    offers: Callable[[], Sequence[Offer]]
    get: Callable[[Preferences], object]
    put: Callable[[Preferences, object], Preferences]
    more: str = ""
    leads: str = ""
    tries: str = ""


class PreferencesSteps:
    """Makes the steps for what this computer has: its voices, its colours, its picture sets.

    ``picture_sets`` are the sets that the organisation brought to this computer, by their ids.
    """

    def __init__(
        self,
        tools: Tools,
        liking: PreferencesApplier,
        speaking: Speaking,
        picture_sets: Mapping[str, PictureSet] | None = None,
    ) -> None:
        self._tools, self._liking, self._speaking = tools, liking, speaking
        self._picture_sets = dict(picture_sets or {})

    def rows(self) -> list[Row]:
        """What is set now, each with the part of the steps that changes it."""
        now, text = self._liking.liking, self._tools.text
        size = text(preferences.TEXT_SIZE, size=now.text_size)
        sound = preferences.SOUND[now.sound.value]
        shown = [
            (
                "words",
                "text-size",
                preferences.ROW_WORDS,
                f"{size}, {self._named(preferences.LETTERS, now.font)}",
            ),
            (
                "colours",
                "colours",
                preferences.ROW_COLOURS,
                self._named(preferences.THEMES, now.theme),
            ),
            ("pictures", "pictures-on", preferences.ROW_PICTURES, self._pictures_words(now)),
            ("voice", "voice", preferences.ROW_VOICE, _small(text(sound))),
            (
                "press",
                _PRESS_CONCEPTS[now.way],
                preferences.ROW_PRESS,
                _small(text(preferences.PRESS[now.way.value])),
            ),
        ]
        rows = [Row(name, concept, text(row, what=what)) for name, concept, row, what in shown]
        spoken = [each.name for each in self._tools.languages if each.code == self._tools.words.language]
        language = [Row(LANGUAGE, "talking", text(preferences.ROW_LANGUAGE, what=name)) for name in spoken]
        return [*language, *rows]

    def silence(self, language: Language) -> str:
        """Why the name of a language cannot be heard in its own voice now; empty where it can."""
        if not (self._speaking.is_on and self._speaking.voice.is_available):
            return self._tools.text(preferences.LANGUAGE_NO_SOUND)
        has_voice = bool(self._speaking.voice.voices(language.code))
        return "" if has_voice else self._tools.text(preferences.LANGUAGE_NO_VOICE, language=language.name)

    def setting(self, name: str) -> Setting:
        """The one of that name. Raises ``StopIteration`` where this computer has none of it."""
        return next(each for each in self.part(PART_OF[name]) if each.name == name)

    def first(self, part: str) -> str:
        """The name of the first one of a part."""
        return self.part(part)[0].name

    def after(self, name: str) -> str:
        """What Next leads to from the page of ``name``: a way of pressing is set up before what follows it.

        The last one of a part leads to the first page; what a button beside led to, back to that one.
        """
        way = self._liking.liking.way
        if name == "press" and way in SET_UP:
            return SET_UP[way]
        if name in SET_UP.values():
            name = "press"
        names = [each.name for each in self.part(PART_OF[name])]
        following = names[names.index(name) + 1 :] if name in names else names
        return (following or [LED_TO_BY.get(name, FIRST_PAGE)])[0]

    def part(self, name: str) -> list[Setting]:
        """The settings behind one row of the first page."""
        parts: dict[str, Callable[[], list[Setting]]] = {
            "words": lambda: [self._size(), self._letters(), self._spacing()],
            "colours": lambda: [self._colours()],
            "more-colours": lambda: [self._more_colours()],
            "pictures": lambda: [self._pictures()],
            "voice": self._voice,
            "press": self._pressing,
            "keys": lambda: [self._numbers(), self._repeat()],
            "stay": lambda: [self._stay()],
        }
        return parts[name]()

    def _size(self) -> Setting:
        offers = [
            Offer(size, self._tools.text(words), sample=Sample(percent=size))
            for size, words in preferences.SIZES.items()
        ]
        return self._field("size", preferences.SIZE_TITLE, "text-size", "text_size", lambda: offers)

    def _letters(self) -> Setting:
        def offers() -> list[Offer]:
            return [
                Offer(
                    name, self._tools.text(preferences.LETTERS[name]), sample=Sample(font=self._bring(name))
                )
                for name in (*FONTS, COMPUTER_LETTERS)
            ]

        return self._field("letters", preferences.LETTERS_TITLE, "text-size", "font", offers)

    def _spacing(self) -> Setting:
        def offers() -> list[Offer]:
            return [
                Offer(
                    each,
                    self._tools.text(preferences.SPACING[each.value]),
                    sample=Sample(wide=each is Spacing.WIDE),
                )
                for each in Spacing
            ]

        return self._field("spacing", preferences.SPACING_TITLE, "text-size", "spacing", offers)

    def _colours(self) -> Setting:
        step = self._field(
            "colours", preferences.COLOURS_TITLE, "colours", "theme", lambda: self._themes(FIRST_THEMES)
        )
        return replace(step, more=preferences.MORE_COLOURS, leads="more-colours")

    def _more_colours(self) -> Setting:
        others = [name for name in self._liking.themes if name not in FIRST_THEMES]
        others = [*others[: others.index(COMPUTER_THEME)][:4], COMPUTER_THEME]
        return self._field(
            "more-colours", preferences.COLOURS_TITLE, "colours", "theme", lambda: self._themes(others)
        )

    def _themes(self, names: Sequence[str]) -> list[Offer]:
        known = [name for name in names if name in self._liking.themes]
        return [
            Offer(
                name,
                self._tools.text(preferences.THEMES.get(name, name)),
                sample=Sample(theme=self._liking.theme(name)),
            )
            for name in known
        ]

    @property
    def is_language_away(self) -> bool:
        """Whether the language that is liked cannot be spoken on this computer; then its own one is."""
        return self._liking.liking.language != self._tools.words.language

    @property
    def is_set_away(self) -> bool:
        """Whether the pictures that are liked are not on this computer; then ours show."""
        now = self._liking.liking
        return bool(now.pictures and now.picture_set) and now.picture_set not in self._picture_sets

    def _pictures(self) -> Setting:
        """Each choice shows a picture of its own, whichever counts now. At most five to choose from."""
        text, sets = self._tools.text, list(self._picture_sets.items())[:SETS_LIMIT]
        usual, none = (
            (preferences.PICTURES_USUAL, preferences.PICTURES_NONE) if sets else preferences.PICTURES.values()
        )
        ours = replace(self._tools.picture("pictures-on"), fixed=True)
        offers = [
            Offer((True, ""), text(usual), picture=ours),
            *(Offer((True, key), each.name, picture=self._sample(each)) for key, each in sets),
            Offer((False, ""), text(none), "no-pictures"),
        ]

        def put(now: Preferences, value: object) -> Preferences:
            assert isinstance(value, tuple)
            on, chosen = value
            return replace(now, pictures=on, picture_set=chosen)

        def get(now: Preferences) -> object:
            shown = now.picture_set if now.pictures and not self.is_set_away else ""
            return (now.pictures, shown)

        title = preferences.PICTURES_WHICH if sets else preferences.PICTURES_TITLE
        return Setting("pictures", title, "", lambda: offers, get, put)

    def _sample(self, one: PictureSet) -> Picture:
        """A picture of the set: of an area or a question, where it has one."""
        pack = self._tools.pack
        wanted = [question.picture.concept for question in pack.questions(Stream.PERSON)]
        concept = next((each for each in (*wanted, *sorted(one.files)) if each in one.files), "")
        return Picture(concept, one.alts.get(concept, ""), one.files.get(concept), fixed=True)

    def _voice(self) -> list[Setting]:
        text = self._tools.text
        sounds = {Sound.ASKED: "listen", Sound.POINTED: "voice", Sound.NONE: "no-sound"}
        offers = [Offer(each, text(preferences.SOUND[each.value]), sounds[each]) for each in Sound]
        steps = [self._field("sound", preferences.SOUND_TITLE, "", "sound", lambda: offers)]
        if self._liking.liking.sound is Sound.NONE or not self._speaking.voice.is_available:
            return steps
        voices = self._speaking.voice.voices(self._tools.words.language)[:MOST_VOICES]
        if len(voices) > 1:
            named = [Offer(voice.id, voice.name) for voice in voices]
            step = self._field("voice", preferences.VOICE_TITLE, "voice", "voice_id", lambda: named)
            first = voices[0].id
            heard = replace(step, get=lambda now: now.voice_id or first, tries=preferences.TRY_VOICE)
            steps.append(heard)
        speeds = [
            Offer(rate, text(words), _SPEED_CONCEPTS[rate]) for rate, words in preferences.SPEEDS.items()
        ]
        speed = self._field("speed", preferences.SPEED_TITLE, "speed", "rate", lambda: speeds)
        return [*steps, replace(speed, tries=preferences.TRY_VOICE)]

    def _pressing(self) -> list[Setting]:
        """Switches and staying have set-ups of their own."""
        press = [self._press()] if len(self._liking.ways) > 1 else []
        hands = [self._hands()] if self._liking.liking.way is InputMethod.DIRECT else []
        return [*press, *hands, self._answers()]

    def _press(self) -> Setting:
        text, ways = self._tools.text, self._liking.ways
        offers = [Offer(way, text(preferences.PRESS[way.value]), _PRESS_CONCEPTS[way]) for way in ways]
        return self._field("press", preferences.PRESS_TITLE, "", "way", lambda: offers)

    def _stay(self) -> Setting:
        text = self._tools.text
        offers = [Offer(time, text(words), _STAY_CONCEPTS[time]) for time, words in preferences.STAY.items()]

        def put(now: Preferences, value: object) -> Preferences:
            assert isinstance(value, int)
            return replace(now, dwell=replace(now.dwell, stay=value))

        return Setting(
            "stay", preferences.STAY_TITLE, "look-and-stay", lambda: offers, lambda now: now.dwell.stay, put
        )

    def _hands(self) -> Setting:
        """How long a second press of the same thing counts as a slip."""
        step = self._key_times(
            "hands", preferences.HANDS_TITLE, "touch", "strike", preferences.HANDS, _HANDS_CONCEPTS
        )
        return replace(step, more=preferences.KEYS, leads="keys")

    def _numbers(self) -> Setting:
        return self._keys_do("numbers", preferences.NUMBERS_TITLE, preferences.NUMBERS)

    def _repeat(self) -> Setting:
        return self._keys_do("repeat", preferences.REPEAT_TITLE, preferences.REPEAT)

    def _keys_do(self, field: str, title: str, values: Mapping[Any, str]) -> Setting:
        return self._key_times(field, title, "type-words", field, values, _YES_OR_NO)

    def _key_times(
        self,
        name: str,
        title: str,
        concept: str,
        field: str,
        values: Mapping[Any, str],
        pictures: Mapping[Any, str],
    ) -> Setting:
        """A step that changes one of the ``KeyTimes``; each value has its words and its picture."""
        offers = [Offer(value, self._tools.text(words), pictures[value]) for value, words in values.items()]

        def put(now: Preferences, value: object) -> Preferences:
            return replace(now, keys=replace(now.keys, **{field: value}))  # type: ignore[arg-type]

        return Setting(name, title, concept, lambda: offers, lambda now: getattr(now.keys, field), put)

    def _answers(self) -> Setting:
        text = self._tools.text
        counts = {False: "three", True: "two"}
        offers = [Offer(two, text(preferences.ANSWERS[n]), _ANSWERS_CONCEPTS[n]) for two, n in counts.items()]
        return self._field("answers", preferences.ANSWERS_TITLE, "question", "two_answers", lambda: offers)

    def _field(
        self, name: str, title: str, concept: str, field: str, offers: Callable[[], Sequence[Offer]]
    ) -> Setting:
        def put(now: Preferences, value: object) -> Preferences:
            return replace(now, **{field: value})  # type: ignore[arg-type]

        return Setting(name, title, concept, offers, lambda now: getattr(now, field), put)

    def _bring(self, family: str) -> str:
        return self._liking.bring_font(family)

    def _named(self, table: Mapping[str, str], key: str) -> str:
        """Our words within a sentence; a name that somebody gave keeps its capitals."""
        return _small(self._tools.text(table[key])) if key in table else key

    def _pictures_words(self, now: Preferences) -> str:
        text = self._tools.text
        if not now.pictures:
            return _small(text(preferences.PICTURES["off"]))
        if not self._picture_sets:
            return _small(text(preferences.PICTURES["on"]))
        found = self._picture_sets.get(now.picture_set)
        return _small(text(preferences.PICTURES_USUAL)) if found is None else found.name


def _small(words: str) -> str:
    """Within a sentence: its first letter small, unless it is one alone ("I touch")."""
    return words if words[:2] == "I " else words[:1].lower() + words[1:]
