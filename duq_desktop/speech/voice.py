"""What the rest of the product knows of a voice: the protocol, its settings and its states."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from enum import Enum
from pathlib import Path
from typing import Protocol

from duq_desktop.errors import VoiceError
from duq_desktop.light_dataclass import dataclass

OnWord = Callable[[int, int], None]
"""Called with start and end (code points, end excluded) of the word now heard, in the text as given."""

OnDone = Callable[[bool], None]
"""Called once per utterance: true if it was heard to its end, false if cut off or not possible."""

SLOWEST, FASTEST = 0.5, 2.0


class VoiceState(Enum):
    """What the last self-test, or the speaking itself, found."""

    READY = "ready"
    NO_SOUND = "no sound"
    NO_ENGINE = "no engine"
    BROKEN = "broken"


class Policy(Enum):
    """What a new utterance does to the one being spoken."""

    WAIT = "wait"
    INTERRUPT = "interrupt"


@dataclass(frozen=True)
class VoiceInfo:
    """One voice to choose from. ``higher`` tells the higher of two voices with the same name."""

    id: str
    name: str
    language: str
    higher: bool = False


@dataclass(frozen=True)
class VoiceSettings:
    """How to speak.

    ``rate``         times the normal pace, from 0.5 to 2
    ``volume``       from 0 (silent) to 1
    ``aside_volume`` the share of ``volume`` kept for asides, such as names read while scanning
    ``chosen``       voice id by language code ("en"); a voice that is gone falls back to the first
    """

    rate: float = 1.0
    volume: float = 1.0
    aside_volume: float = 0.5
    policy: Policy = Policy.INTERRUPT
    chosen: Mapping[str, str] = field(default_factory=dict)

    def within_bounds(self) -> VoiceSettings:
        """The same settings with every number brought inside its bounds."""
        return VoiceSettings(
            rate=min(max(self.rate, SLOWEST), FASTEST),
            volume=min(max(self.volume, 0.0), 1.0),
            aside_volume=min(max(self.aside_volume, 0.0), 1.0),
            policy=self.policy,
            chosen=dict(self.chosen),
        )


class Voice(Protocol):
    """Says texts one after the other.

    ``on_word`` and ``on_done`` are called from ``tick``, ``stop`` or ``close``, and from a ``say``
    that cuts an earlier utterance off; an utterance's own callbacks never from its own ``say``.
    """

    @property
    def state(self) -> VoiceState:
        """What is known of the voice as a whole."""

    @property
    def is_available(self) -> bool:
        """Whether texts can be spoken. Recordings may still play when this is false."""

    @property
    def is_speaking(self) -> bool:
        """Whether something is being said or waits to be said."""

    @property
    def trouble(self) -> VoiceError | None:
        """Why the last thing could not be said; none again once something was."""

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
        """Say ``text``, or play ``recording`` in its place where that file can be played."""

    def stop(self) -> None:
        """Fall silent at once and forget what waits."""

    def tick(self) -> None:
        """Move on; to be called about every 15 ms while the app runs."""

    @property
    def is_awake(self) -> bool:
        """Whether the loudspeaker is kept ready; then ``tick`` is called now and again, spoken or not."""

    def rest(self) -> None:
        """Nobody is expected to listen for a while: the loudspeaker need not be kept ready."""

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        """The voices for a language code, the best first; none if it cannot be spoken."""

    def change(self, settings: VoiceSettings) -> None:
        """Speak with these settings from the next utterance on."""

    def retry(self) -> VoiceState:
        """Test again, after a loudspeaker was plugged in or a voice broke."""

    def close(self) -> None:
        """Fall silent and let the device go; nothing can be said afterwards."""
