"""Bringing the voice in, once the first page stands."""

from __future__ import annotations

from collections.abc import Callable

from duq_desktop.errors import VoiceError
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.preferences.applied import PreferencesApplier


class VoiceStart:
    """Opens the voice of this computer. ``troubled`` is told each time that it cannot speak."""

    def __init__(
        self, speaking: Speaking, liking: PreferencesApplier, troubled: Callable[[VoiceError], None]
    ) -> None:
        self._speaking, self._liking, self._troubled = speaking, liking, troubled

    def start(self) -> None:
        """The voice is heavy, so it comes when the first page is already there."""
        from duq_desktop.speech.opening import open_voice

        voice = open_voice()
        self._speaking.replace_voice(voice)
        self._liking.settle_voice()
        self._speaking.troubled.connect(self._troubled)
        if voice.trouble is not None:
            self._troubled(voice.trouble)
