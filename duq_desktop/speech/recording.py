"""Recorded speech from a content pack: wav, ogg (Vorbis), mp3 or flac, read piece by piece.

A person's own voice beats any engine, and a language without an engine has no other way.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import miniaudio

from duq_desktop.safe_files.reading import read_whole
from duq_desktop.speech.player import SAMPLE_RATE, louder

PIECE_FRAMES = SAMPLE_RATE // 4
MOST_BYTES = 8 * 1024 * 1024
"""As a pack may bring: ``content.safe.RECORDING_LIMIT``."""


class Recording:
    """One file being read. Raises ``OSError`` or ``ValueError`` if it cannot be played.

    The first piece is read at once, so that a file that is none is found before anything is heard.
    """

    def __init__(self, path: Path, volume: float = 1.0) -> None:
        self._volume = volume
        content = read_whole(path, MOST_BYTES)
        try:
            self._stream: Iterator[bytes] = _samples(content)
            self._next: bytes | None = next(self._stream, None)
        except miniaudio.MiniaudioError as error:
            raise ValueError(str(error)) from error
        if not self._next:
            raise ValueError("no sound in the file")

    @property
    def is_over(self) -> bool:
        """Whether everything was read."""
        return self._next is None

    def read(self) -> bytes:
        """The next quarter of a second, mono at ``SAMPLE_RATE``; damage further on ends it early."""
        piece, self._next = self._next or b"", None
        try:
            self._next = next(self._stream, None) or None
        except miniaudio.MiniaudioError:
            self._next = None
        return louder(piece, self._volume)


def _samples(content: bytes) -> Iterator[bytes]:
    stream = miniaudio.stream_memory(
        content,
        output_format=miniaudio.SampleFormat.SIGNED16,
        nchannels=1,
        sample_rate=SAMPLE_RATE,
        frames_to_read=PIECE_FRAMES,
    )
    for samples in stream:
        yield bytes(samples)
