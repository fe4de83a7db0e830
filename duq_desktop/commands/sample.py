"""``duq-desktop sample``: a data folder with made-up sessions."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from duq_desktop import paths
from duq_desktop.commands.progress import ProgressLine
from duq_desktop.content.load import load_pack
from duq_desktop.sample.make import make_sample
from duq_desktop.sample.people import Numbers
from duq_desktop.words import command as words

PACK = "duq-code"


def sample(folder: Path, numbers: Numbers, seed: int, out: TextIO) -> None:
    """Make the folder; the last line written to ``out`` is its pass phrase. Raises ``ExpectedError``."""
    line = ProgressLine(out)

    def show(done: int, total: int) -> None:
        line.show(words.SAMPLE_PROGRESS.format(done=done, total=total))

    try:
        phrase = make_sample(folder, load_pack(paths.packs_folder() / PACK), numbers, seed, show)
    finally:
        line.end()
    out.write(words.SAMPLE_PHRASE.format(phrase=phrase) + "\n")
