"""A question at 200 % text in the whole app, its voice the real one on the null device.

So sound is made and handed over as for a loudspeaker. espeak keeps one state for a whole process: each
measurement that speaks takes a process of its own (``setting_up.tasks``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import miniaudio
from PySide6.QtWidgets import QApplication

from benchmarks.made_up_house import set_up
from duq_desktop.content.model import Stream
from duq_desktop.interview.steps import PageName
from duq_desktop.shell.app import App
from duq_desktop.shell.context import Folders
from duq_desktop.speech.engine import open_engine
from duq_desktop.speech.player import MiniaudioDevice, Player
from duq_desktop.speech.speaker import Speaker
from duq_desktop.speech.voice import VoiceSettings
from tests.ui.test_my_views import given_on

FRAME_MS = 16.0
"""One frame of a 60 Hz screen."""
SIZE = 1366, 768


@contextmanager
def speaking_house(folder: Path, **liked: object) -> Iterator[App]:
    """A question page, with what is ``liked`` (fields of ``Preferences``) put on before it shows."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    house = App(app, Folders(*set_up(folder, voice=True)))
    player = Player(lambda fill: MiniaudioDevice(fill, [miniaudio.Backend.NULL]))
    house.speaking.replace_voice(Speaker(open_engine, player, VoiceSettings()))
    house.begin()
    house.window.resize(*SIZE)
    house.window.show()
    house.liking.put(replace(house.liking.liking, text_size=200, **liked))  # type: ignore[arg-type]
    assert house.front is not None
    house.front.begin(Stream.PERSON)
    running = house.front.running
    assert running is not None
    while running.session.step.page is not PageName.QUESTION:
        running.interview.next(given_on(running.session))
    running._show_step()
    house.speaking.is_on = True
    yield house
    house.take_down()
