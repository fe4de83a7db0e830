"""What one person likes, put on the window and the voice, and taken off again for the next person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from duq_desktop.liking.liking import Liking
from duq_desktop.liking.ways import KeyTimes, Way
from duq_desktop.settings import Settings
from duq_desktop.speech.voice import Policy, VoiceSettings
from duq_desktop.ui.controllers.speaking import Speaking
from duq_desktop.ui.pages.like_page import LikeChoices, LikePage
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.theme import TEXT_SIZES, Look, Theme, apply_look
from duq_desktop.words import like


class LikingController(QObject):
    """Applies a ``Liking`` at once. ``reset`` goes back to the computer's own settings."""

    changed = Signal(object)
    """The ``Liking`` that counts from now on, for whatever else must follow it."""

    def __init__(
        self, app: QApplication, themes: Mapping[str, Theme], settings: Settings, speaking: Speaking
    ) -> None:
        super().__init__()
        self._app = app
        self._themes = themes
        self._settings = settings
        self._speaking = speaking
        self.liking = self._usual()

    @property
    def themes(self) -> tuple[str, ...]:
        """The ids of the themes there are."""
        return tuple(self._themes)

    def use_settings(self, settings: Settings) -> None:
        """The computer's settings have changed: they count from now on."""
        self._settings = settings
        self.reset()

    def reset(self) -> None:
        """Nothing of what the last person liked is left."""
        self.put(self._usual())

    def put(self, liking: Liking) -> None:
        """Use this liking from now on."""
        self.liking = liking
        theme = self._themes.get(liking.theme) or next(iter(self._themes.values()))
        apply_look(self._app, Look(theme, liking.text_size, pictures_on=liking.pictures))
        self.settle_voice()
        self.changed.emit(liking)

    def settle_voice(self) -> None:
        """Give the voice its settings: after a change, and once the voice is loaded."""
        chosen = {self._settings.language: self.liking.voice_id} if self.liking.voice_id else {}
        policy = Policy.WAIT if self._settings.voice_waits else Policy.INTERRUPT
        self._speaking.voice.change(
            VoiceSettings(
                rate=self.liking.rate,
                aside_volume=self.liking.switch.volume,
                policy=policy,
                chosen=chosen,
            )
        )

    def page(self, tools: Tools) -> LikePage:
        """The page "How I like it", wired to this."""
        voices = self._speaking.voice.voices(self._settings.language) if self._speaking.is_on else ()
        named = [(voice.id, voice.name) for voice in voices[:4]]
        first = named[0][0] if named else ""
        shown = replace(self.liking, voice_id=self.liking.voice_id or first)
        choices = LikeChoices(
            text_sizes=[(size, like.TEXT_SIZE.format(size=size)) for size in TEXT_SIZES],
            themes=[(name, tools.text(like.THEMES.get(name, name))) for name in self._themes],
            voices=named,
        )
        page = LikePage(tools, shown, choices)
        page.liked.connect(self.put)
        return page

    def _usual(self) -> Liking:
        kept = self._settings
        return Liking(
            kept.text_size,
            kept.theme,
            kept.voice_id,
            kept.voice_rate,
            kept.pictures,
            way=Way(kept.way),
            keys=KeyTimes(dead=kept.guard_ms),
        )
