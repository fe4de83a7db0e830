"""The voice speaks from any folder, however deep it lies."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import espeakng_loader
import pytest

from duq_desktop.errors import VoiceError
from duq_desktop.speech.short_path import LONGEST, short_path
from duq_desktop.words import speech as words

ROOT = Path(__file__).resolve().parents[2]
SPEAK = """
import sys
import espeakng_loader
espeakng_loader.get_data_path = lambda: sys.argv[1]
from duq_desktop.speech.espeak import Espeak
espeak = Espeak()
voice = next(each for each in espeak.voices if each.language.startswith("en"))
print(len(espeak.synthesise("Hello.", voice=voice.id, words_per_minute=160).pcm))
"""


def deep(folder: Path) -> Path:
    """A folder whose name alone is too long, with letters of more than one byte and a space in it."""
    lies = folder / ("Fforwm  anableddau dysgu é" * 3) / ("x" * LONGEST)
    lies.mkdir(parents=True)
    return lies


def test_a_voice_in_a_deep_folder_speaks(tmp_path: Path) -> None:
    data = deep(tmp_path) / "espeak-ng-data"
    shutil.copytree(espeakng_loader.get_data_path(), data)
    assert len(os.fsencode(data)) > LONGEST
    done = subprocess.run(
        [sys.executable, "-c", SPEAK, str(data)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-800:]
    assert int(done.stdout) > 5_000


def test_a_short_name_stays_and_a_long_one_leads_to_the_same_folder(tmp_path: Path) -> None:
    assert short_path(Path("voice")) == Path("voice")
    lies = deep(tmp_path)
    (lies / "phontab").write_text("here")
    assert (short_path(lies) / "phontab").read_text() == "here"


def test_where_there_is_no_shorter_name_it_is_said_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(VoiceError) as caught:
        short_path(tmp_path, longest=3)
    assert caught.value.sentence == words.FOLDER_TOO_DEEP
    assert "short name" in str(caught.value)
