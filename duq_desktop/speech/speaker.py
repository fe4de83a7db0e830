"""The one queue through which everything is said."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from duq_desktop.errors import VoiceError
from duq_desktop.speech.engine import Ended, Engine, Failed, WordHeard, voices_for
from duq_desktop.speech.player import Player
from duq_desktop.speech.prepare import Prepared, prepare
from duq_desktop.speech.recording import Recording
from duq_desktop.speech.voice import OnDone, OnWord, Policy, VoiceInfo, VoiceSettings, VoiceState
from duq_desktop.words import speech as words

RECORDING_AHEAD_MS = 1_000

OpenEngine = Callable[[Player], Engine]


@dataclass
class _Utterance:
    """One thing to say."""

    text: str
    language: str
    on_word: OnWord | None
    on_done: OnDone | None
    recording: Path | None
    aside: bool
    prepared: Prepared | None = None
    is_blank: bool = False
    last_word: tuple[int, int] | None = None


class Speaker:
    """A ``voice.Voice`` over any engine and player. It never raises from ``say``, ``stop`` or ``tick``:
    what goes wrong is its ``trouble``, and the app goes on in silence.
    """

    def __init__(self, open_engine: OpenEngine, player: Player, settings: VoiceSettings) -> None:
        self._open_engine = open_engine
        self._player = player
        self._settings = settings.within_bounds()
        self._engine: Engine | None = None
        self._voices: tuple[VoiceInfo, ...] = ()
        self._voices_for: dict[str, tuple[VoiceInfo, ...]] = {}
        self._queue: deque[_Utterance] = deque()
        self._current: _Utterance | None = None
        self._recording: Recording | None = None
        self._trouble: VoiceError | None = None
        self._state = VoiceState.NO_ENGINE
        self._closed = False
        self.self_test()

    @property
    def state(self) -> VoiceState:
        """What the last test, or the speaking itself, found."""
        return self._state

    @property
    def is_available(self) -> bool:
        """Whether texts can be spoken."""
        return self._state is VoiceState.READY

    @property
    def is_speaking(self) -> bool:
        """Whether something is being said or waits."""
        return self._current is not None or bool(self._queue)

    @property
    def trouble(self) -> VoiceError | None:
        """Why the last thing could not be said."""
        return self._trouble

    def self_test(self) -> VoiceState:
        """Open the loudspeaker and speak one word to memory. Nothing is heard; see docs for its time."""
        self._trouble = None
        try:
            self._player.open()
        except VoiceError as error:
            return self._set(VoiceState.NO_SOUND, error)
        if self._engine is None:
            try:
                self._engine = self._open_engine(self._player)
                self._voices = self._engine.voices()
                self._voices_for.clear()
            except VoiceError as error:
                return self._set(VoiceState.NO_ENGINE, error)
        return self._set(VoiceState.READY, None)

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
        """Say ``text`` after what is being said, or in its place, as the policy has it."""
        if self._settings.policy is Policy.INTERRUPT and self.is_speaking:
            self.stop()
        self._queue.append(_Utterance(text, language, on_word, on_done, recording, aside))
        if self._current is None and len(self._queue) == 1:
            self._begin_next()

    def stop(self) -> None:
        """Silence first, then tell every utterance that it was cut off."""
        cut = ([self._current] if self._current is not None else []) + list(self._queue)
        self._current, self._recording = None, None
        self._queue.clear()
        if self._engine is not None:
            self._engine.stop()
        self._player.stop()
        for utterance in cut:
            _tell_done(utterance, False)

    def tick(self) -> None:
        """Make the next piece, tell the words now heard, begin what waits."""
        try:
            if self._recording is not None:
                self._play_on(self._recording)
            elif self._engine is not None and self._current is not None and self._current.prepared:
                self._listen(self._engine)
            else:
                self._tick_idle()
        except VoiceError as error:
            self._fail(error)

    @property
    def is_awake(self) -> bool:
        """Whether the device runs, or shall run on for what may be said next."""
        return self._player.is_awake

    def rest(self) -> None:
        """Let the device rest once all is said. A device that is gone is noticed when it is next used."""
        with suppress(VoiceError):
            self._player.rest()

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        """The voices for a language code, the best first."""
        if language not in self._voices_for:
            self._voices_for[language] = voices_for(language, self._voices)
        return self._voices_for[language]

    def change(self, settings: VoiceSettings) -> None:
        """Speak with these settings from the next utterance on."""
        self._settings = settings.within_bounds()

    def retry(self) -> VoiceState:
        """Begin anew: the loudspeaker is looked for again, a broken engine is built again."""
        self.stop()
        self._player.close()
        if self._state is VoiceState.BROKEN and self._engine is not None:
            self._engine.close()
            self._engine = None
        return self.self_test()

    def close(self) -> None:
        """Fall silent and let the device go."""
        self._closed = True
        self.stop()
        if self._engine is not None:
            self._engine.close()
            self._engine = None
        self._player.close()
        self._set(VoiceState.NO_ENGINE, None)

    def _set(self, state: VoiceState, trouble: VoiceError | None) -> VoiceState:
        self._state, self._trouble = state, trouble
        return state

    def _begin_next(self) -> None:
        """Begin the first that waits. What cannot be said stays current and ends at the next tick."""
        self._current = utterance = self._queue.popleft()
        volume = self._settings.volume * (self._settings.aside_volume if utterance.aside else 1.0)
        try:
            if not self._begin_recording(utterance, volume):
                self._begin_speech(utterance, volume)
        except VoiceError as error:
            self._trouble = error

    def _begin_recording(self, utterance: _Utterance, volume: float) -> bool:
        if utterance.recording is None or self._closed or self._state is VoiceState.NO_SOUND:
            return False
        try:
            self._recording = Recording(utterance.recording, volume)
        except (OSError, ValueError):
            return False  # the engine says it instead
        self._player.begin()
        self._play_on(self._recording)
        if self.is_available:
            self._trouble = None
        return True

    def _begin_speech(self, utterance: _Utterance, volume: float) -> None:
        if self._engine is None or not self.is_available:
            return
        voices = self.voices(utterance.language)
        if not voices:
            raise VoiceError(words.NO_VOICE_FOR_LANGUAGE, language=utterance.language)
        prepared = prepare(utterance.text, utterance.language)
        self._trouble = None
        utterance.is_blank = not prepared.spoken
        if utterance.is_blank:
            return
        utterance.prepared = prepared
        chosen = self._settings.chosen.get(utterance.language)
        voice = next((known for known in voices if known.id == chosen), voices[0])
        self._engine.speak(prepared.spoken, voice=voice.id, rate=self._settings.rate, volume=volume)

    def _play_on(self, recording: Recording) -> None:
        self._player.check()
        if not recording.is_over and self._player.ahead_ms < RECORDING_AHEAD_MS:
            self._player.feed(recording.read())
        if recording.is_over and self._player.is_drained:
            self._recording = None
            self._finish(True)

    def _listen(self, engine: Engine) -> None:
        """Tell what the engine heard. A callback may say or stop: what follows is then another's."""
        utterance = self._current
        for event in engine.events():
            if self._current is not utterance or utterance is None:
                return
            if isinstance(event, WordHeard):
                self._tell_word(utterance, event.offset)
            elif isinstance(event, Ended):
                self._finish(event.completed)
            elif isinstance(event, Failed):
                raise event.error if isinstance(event.error, VoiceError) else VoiceError(words.VOICE_BROKE)

    def _tell_word(self, utterance: _Utterance, offset: int) -> None:
        place = utterance.prepared.shown(offset) if utterance.prepared else None
        if place is None or place == utterance.last_word or utterance.on_word is None:
            return
        utterance.last_word = place
        utterance.on_word(*place)

    def _tick_idle(self) -> None:
        if self._current is not None:
            self._finish(self._current.is_blank)
        elif self._queue:
            self._begin_next()
        else:
            self._player.check()

    def _finish(self, completed: bool) -> None:
        utterance, self._current = self._current, None
        if utterance is not None:
            _tell_done(utterance, completed)
        if self._current is None and self._queue:
            self._begin_next()

    def _fail(self, error: VoiceError) -> None:
        """The voice broke: say so, fall silent, and end everything that waits."""
        lost = error.sentence in (words.SOUND_LOST, words.NO_SOUND)
        self._set(VoiceState.NO_SOUND if lost else VoiceState.BROKEN, error)
        self.stop()


def _tell_done(utterance: _Utterance, completed: bool) -> None:
    if utterance.on_done is not None:
        utterance.on_done(completed)
