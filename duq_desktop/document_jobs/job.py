"""How a paper is ordered from another process, and how that one tells of it: bytes through two pipes.

The order is one pickle on the worker's standard input, its answer a row of frames on the standard
output: a letter, four bytes of length, and as many bytes. Both ends are this program, started by itself;
nothing from outside is ever unpickled. No word of it is on a command line or in a file.
"""

from __future__ import annotations

import gettext
import io
import pickle
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from duq_desktop.content.model import Pack
from duq_desktop.errors import ReportError
from duq_desktop.words import Words

COMMAND = "make-paper"
"""The worker's name among the commands of a bundled app."""
SAID, SHEET, COPY = "said", "sheet", "copy"
"""The kinds of papers: what people said, a sheet to give out, a full copy for one person."""
PAGES, DONE, FAILED, FAULT = b"P", b"D", b"F", b"X"
"""The letters of the frames: pages done so far, the finished papers, an expected error, a fault of ours."""
_HEAD = struct.Struct(">cI")


class _Order(pickle.Pickler):
    """Takes a language's catalogue along by its texts: its rule for plurals, never asked for, cannot go."""

    def reducer_override(self, found: object) -> tuple[Callable[..., object], tuple[object, ...]]:
        """How ``found`` is put together again."""
        if isinstance(found, gettext.GNUTranslations):
            texts: Mapping[object, object] = vars(found)["_catalog"]
            return _catalogue, (dict(texts),)
        return NotImplemented  # type: ignore[no-any-return]


def _catalogue(texts: dict[object, object]) -> gettext.GNUTranslations:
    made = gettext.GNUTranslations()
    vars(made)["_catalog"] = texts
    return made


@dataclass(frozen=True)
class DocumentJob:
    """One order: of which ``kind``, with which ``arguments`` of ``Documents``, in which words.

    ``fonts`` is the folder of the typeface.
    """

    kind: str
    arguments: tuple[object, ...]
    pack: Pack
    words: Words
    fonts: Path

    def to_bytes(self) -> bytes:
        """The order as it goes to the worker."""
        order = io.BytesIO()
        _Order(order).dump(self)
        return order.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> DocumentJob:
        """The order as it came from the app."""
        job = pickle.loads(data)
        assert isinstance(job, cls), "only the app writes here"
        return job


@dataclass(frozen=True)
class Frame:
    """One thing that the worker tells."""

    letter: bytes
    body: bytes = b""

    def to_bytes(self) -> bytes:
        """The frame as it goes through the pipe."""
        return _HEAD.pack(self.letter, len(self.body)) + self.body

    @classmethod
    def pages(cls, number: int) -> Frame:
        """So many pages are done."""
        return cls(PAGES, str(number).encode())

    @classmethod
    def done(cls, papers: list[bytes]) -> Frame:
        """The finished papers."""
        return cls(DONE, pickle.dumps(papers))

    @classmethod
    def failed(cls, trouble: ReportError) -> Frame:
        """An expected error, to be told in the app's language."""
        return cls(FAILED, pickle.dumps((trouble.sentence, trouble.values)))

    def number(self) -> int:
        """How many pages are done."""
        return int(self.body)

    def papers(self) -> list[bytes]:
        """The finished papers."""
        return list(pickle.loads(self.body))

    def trouble(self) -> ReportError:
        """The expected error."""
        sentence, values = pickle.loads(self.body)
        return ReportError(sentence, **values)


class FrameReader:
    """Puts frames together from bytes as they come."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Every frame that is whole now."""
        self._waiting += data
        while len(self._waiting) >= _HEAD.size:
            letter, length = _HEAD.unpack_from(self._waiting)
            end = _HEAD.size + length
            if len(self._waiting) < end:
                return
            body = bytes(self._waiting[_HEAD.size : end])
            del self._waiting[:end]
            yield Frame(letter, body)
