"""Reading a page aloud: one voice, one thing at a time, the word being heard marked as it is heard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from duq_desktop.speech.voice import Voice
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.widgets.text import WrappedText

TICK_MS = 15
"""How often the voice moves on: under one frame of a 60 Hz screen."""

IDLE_TICK_MS = 500
"""How often it is seen to that the loudspeaker is ready, or may rest, while nothing is said."""


class Speaking(QObject):
    """The voice of the window. ``troubled`` carries the sentence when something cannot be said."""

    troubled = Signal(object)
    """A ``VoiceError``."""
    finished = Signal()
    """All that was to be read has been read."""

    def __init__(
        self, voice: Voice, language: str, *, is_on: bool = True, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self.language = language
        """The language of the pages; what is read in another one says so itself."""
        self.is_on = is_on
        self.steps_back = False
        """A screen reader says what is pointed at and scanned: asides are left to it."""
        self._left: list[Reading] = []
        self._is_stopping = False
        self._is_aside = False
        self._marked: WrappedText | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._idle_timer = QTimer(self)
        self._idle_timer.setInterval(IDLE_TICK_MS)
        self._idle_timer.timeout.connect(self._on_idle_tick)

    @property
    def voice(self) -> Voice:
        """The voice itself, for its settings and its self-test."""
        return self._voice

    def replace_voice(self, voice: Voice) -> None:
        """Use another voice: the real one, once it is loaded."""
        self.stop()
        self._idle_timer.stop()
        self._voice = voice

    @property
    def is_reading(self) -> bool:
        """Whether a page or a part of it is being read."""
        return not self._is_aside and (bool(self._left) or self._voice.is_speaking)

    @property
    def is_saying_aside(self) -> bool:
        """Whether an aside is being said."""
        return self._is_aside and self._voice.is_speaking

    def say_aside(self, words: str, language: str = "") -> None:
        """Say this at the quieter volume of asides, in place of the aside before.

        ``language`` is the code of words that are in another language than their page.

        What is being read goes first: an aside never cuts it off, and is then not said.
        """
        if self.steps_back or self.is_reading:
            return
        if not (self.is_on and self._voice.is_available and words.strip()):
            return
        self.stop()
        self._is_aside = True
        self._voice.say(words, language=language or self.language, on_done=self._on_done, aside=True)
        self._timer.start()
        self._idle_timer.start()

    def read(self, readings: Sequence[Reading]) -> None:
        """Read these one after the other; what was being read stops."""
        self.stop()
        if not self.is_on:
            return
        self._left = [each for each in readings if each.text.strip()]
        self._say_next()

    def stop(self) -> None:
        """Silence at once, and no word stays marked."""
        self._left = []
        self._is_aside = False
        self._timer.stop()
        self._is_stopping = True
        self._voice.stop()
        self._is_stopping = False
        self._unmark()

    def rest(self) -> None:
        """A session is over: the loudspeaker is kept ready no longer."""
        self._voice.rest()

    def _on_idle_tick(self) -> None:
        """Between two things that are said the loudspeaker stays awake, for a time."""
        if not self._timer.isActive():
            self._voice.tick()
        if not self._voice.is_awake:
            self._idle_timer.stop()

    def _say_next(self) -> None:
        if not self._left:
            self._timer.stop()
            self.finished.emit()
            return
        now = self._left.pop(0)
        self._voice.say(
            now.text,
            language=now.language or self.language,
            on_word=lambda start, end: self._on_word(now, start, end),
            on_done=self._on_done,
            recording=now.recording,
        )
        self._timer.start()
        self._idle_timer.start()

    def _on_tick(self) -> None:
        self._voice.tick()
        if not self._voice.is_speaking and not self._left:
            self._timer.stop()

    def _on_word(self, now: Reading, start: int, end: int) -> None:
        if now.shown_by is None:
            return
        if self._marked is not now.shown_by:
            self._unmark()
        self._marked = now.shown_by
        now.shown_by.highlight(start, end)

    def _on_done(self, heard: bool) -> None:
        self._unmark()
        if self._is_aside:
            self._is_aside = False
        elif heard:
            self._say_next()
        elif self._voice.trouble is not None and not self._is_stopping:
            self._left = []
            self._timer.stop()
            self.troubled.emit(self._voice.trouble)

    def _unmark(self) -> None:
        if self._marked is not None:
            self._marked.clear_highlight()
            self._marked = None
