"""Pictures that somebody brings are drawn in a child process, with limits of time and memory.

What a decoder stumbles over ends the child and not the app; the next picture gets a new one. The parent never
waits longer than a moment at a time: a drawing is a generator that gives way until the answer is there.
"""

from __future__ import annotations

import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Sequence
from enum import Enum
from queue import Empty, Queue
from typing import Protocol

SECONDS = 30.0
"""So long may one picture take by the clock; the child itself ends after ``CPU_SECONDS`` of work."""
CPU_SECONDS = 10
MEMORY_BYTES = 2 * 1024**3
"""Address space of the child: Qt and Python take a third; a picture of 100 million dots takes 0.4 GB."""
WAIT_S = 0.01
REPLY_LIMIT = 16 * 1024 * 1024
HEAD = struct.Struct(">cI")
"""An order: ``SVG`` or ``PHOTO``, and the length of what follows."""
LENGTH = struct.Struct(">I")
"""A reply: the length of the drawn picture that follows; 0 when it cannot be drawn."""
SVG, PHOTO = b"S", b"P"
WORKER = "duq_desktop.ui.picture_worker"


class NotDrawn(Enum):
    """Why there is no drawing."""

    BROKEN = "broken"
    """It is damaged, or no picture that can be drawn."""
    TOO_HARD = "too hard"
    """It took too much time or memory."""


Drawing = Generator[None, None, "bytes | NotDrawn"]


class Drawer(Protocol):
    """Draws a picture anew: small enough, upright, with nothing but its dots."""

    def draw(self, kind: bytes, content: bytes) -> Drawing:
        """Gives way until it is done; then the PNG or JPEG, or why there is none."""

    def close(self) -> None:
        """Nothing of it runs on."""


def own_command() -> list[str]:
    """How this program starts its own drawing process."""
    return [sys.executable, "-m", WORKER]


class ChildDrawer:
    """Draws in a child, which is started when it is first needed and again after it ended.

    ``command`` starts it; ``seconds`` is how long one picture may take by ``clock``.
    """

    def __init__(
        self,
        command: Sequence[str] | None = None,
        seconds: float = SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._command = list(command or own_command())
        self._seconds, self._clock = seconds, clock
        self._child: subprocess.Popen[bytes] | None = None
        self._waiter: threading.Thread | None = None

    def draw(self, kind: bytes, content: bytes) -> Drawing:
        """One picture; the child that did not answer in time is ended."""
        child = self._child = self._child or self._started()
        replies: Queue[bytes | None] = Queue()
        order = HEAD.pack(kind, len(content)) + content
        self._waiter = threading.Thread(target=_exchange, args=(child, order, replies), daemon=True)
        self._waiter.start()
        until = self._clock() + self._seconds
        while True:
            try:
                reply = replies.get(timeout=WAIT_S)
                break
            except Empty:
                if self._clock() > until:
                    self.close()
                    return NotDrawn.TOO_HARD
                yield
        if reply is None:
            self.close()
            return NotDrawn.TOO_HARD
        return reply or NotDrawn.BROKEN

    def close(self) -> None:
        """End the child, whatever it does."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        if self._waiter is not None:
            self._waiter.join()  # its pipes have ended with the child
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                stream.close()

    def _started(self) -> subprocess.Popen[bytes]:
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        return subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, creationflags=flags
        )


def _exchange(child: subprocess.Popen[bytes], order: bytes, replies: Queue[bytes | None]) -> None:
    """Give the order and take the reply; None when the child ended over it. Runs in a thread of its own."""
    reply = None
    try:
        assert child.stdin is not None and child.stdout is not None
        at, view = 0, memoryview(order)
        while at < len(order):
            at += child.stdin.write(view[at:]) or 0
        head = _read(child.stdout, LENGTH.size)
        if len(head) == LENGTH.size:
            (length,) = LENGTH.unpack(head)
            body = _read(child.stdout, length) if length <= REPLY_LIMIT else b""
            reply = body if len(body) == length else None
    except (OSError, ValueError):
        reply = None
    replies.put(reply)


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes | None: ...


def _read(stream: _Readable, size: int) -> bytes:
    """So many bytes, or those that came before the end."""
    parts = bytearray()
    while len(parts) < size and (part := stream.read(size - len(parts))):
        parts += part
    return bytes(parts)
