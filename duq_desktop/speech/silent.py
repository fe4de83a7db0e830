"""The voice of a computer that has none: it says nothing, and says so."""

from __future__ import annotations

from pathlib import Path

from duq_desktop.errors import VoiceError
from duq_desktop.speech.voice import OnDone, OnWord, VoiceInfo, VoiceSettings, VoiceState
from duq_desktop.words import speech as words


class SilentVoice:
    """A ``Voice`` without sound: every utterance ends, unheard, at the next tick."""

    def __init__(self, state: VoiceState = VoiceState.NO_ENGINE, trouble: VoiceError | None = None) -> None:
        self._state = state
        self._trouble = trouble or VoiceError(words.NO_ENGINE)
        self._waiting: list[OnDone] = []

    @property
    def state(self) -> VoiceState:
        """Why there is no sound."""
        return self._state

    @property
    def is_available(self) -> bool:
        """Never."""
        return False

    @property
    def is_speaking(self) -> bool:
        """Whether an utterance's end is still to be told."""
        return bool(self._waiting)

    @property
    def trouble(self) -> VoiceError | None:
        """The sentence to show."""
        return self._trouble

    def say(
        self,
        text: str,
        *,
        language: str = "en",
        on_word: OnWord | None = None,
        on_done: OnDone | None = None,
        recording: Path | None = None,
        aside: bool = False,
    ) -> None:
        """Say nothing; ``on_done`` is told false at the next tick."""
        del text, language, on_word, recording, aside
        if on_done is not None:
            self._waiting.append(on_done)

    @property
    def is_awake(self) -> bool:
        """Never."""
        return False

    def rest(self) -> None:
        """Nothing runs."""

    def stop(self) -> None:
        """Tell the ends that wait."""
        waiting, self._waiting = self._waiting, []
        for on_done in waiting:
            on_done(False)

    def tick(self) -> None:
        """Tell the ends that wait."""
        self.stop()

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        """None."""
        del language
        return ()

    def change(self, settings: VoiceSettings) -> None:
        """Nothing to change."""
        del settings

    def retry(self) -> VoiceState:
        """Still none."""
        return self._state

    def close(self) -> None:
        """Tell the ends that wait."""
        self.stop()
