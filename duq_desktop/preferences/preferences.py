"""Everything that a person can choose on "How I like it", for their session or to carry along."""

from __future__ import annotations

from dataclasses import field
from enum import Enum

from duq_desktop.light_dataclass import dataclass
from duq_desktop.preferences.input_methods import DwellTimes, InputMethod, KeyTimes, SwitchTimes


class Sound(str, Enum):
    """What the app says by itself. Nothing chosen is ever said unless it is pressed to be heard."""

    ASKED = "asked"
    """Only what Listen or Hear was pressed for."""
    POINTED = "pointed"
    """Also what I point at, or what gets the focus."""
    NONE = "none"
    """No sound at all."""


class Spacing(str, Enum):
    """The room between lines and letters (WCAG 1.4.12)."""

    USUAL = "usual"
    WIDE = "wide"


@dataclass(frozen=True)
class Preferences:
    """How the app looks, sounds and is pressed for one person, and in which language it speaks.

    ``language`` is a language code. ``text_size`` is in per cent; ``theme``, ``font`` and ``picture_set``
    are ids; an empty ``voice_id`` is the language's own voice; ``rate`` is 1 for its usual speed.
    ``two_answers``: Yes and No only, without Sometimes.
    """

    text_size: int = 100
    theme: str = "cream"
    voice_id: str = ""
    rate: float = 1.0
    pictures: bool = True
    font: str = "Lexend"
    spacing: Spacing = Spacing.USUAL
    picture_set: str = ""
    sound: Sound = Sound.ASKED
    two_answers: bool = False
    way: InputMethod = InputMethod.DIRECT
    switch: SwitchTimes = field(default_factory=SwitchTimes)
    dwell: DwellTimes = field(default_factory=DwellTimes)
    keys: KeyTimes = field(default_factory=KeyTimes)
    language: str = "en"
