"""Putting the voice together: the one call the app makes, after its first paint."""

from __future__ import annotations

from duq_desktop.speech.engine import open_engine
from duq_desktop.speech.player import Player
from duq_desktop.speech.speaker import Speaker
from duq_desktop.speech.voice import Voice, VoiceSettings


def open_voice(settings: VoiceSettings | None = None) -> Voice:
    """A tested voice for this computer. Never raises: look at its ``state`` and ``trouble``.

    A voice that cannot speak is still worth keeping: ``retry`` may mend it later.
    """
    return Speaker(open_engine, Player(), settings or VoiceSettings())
