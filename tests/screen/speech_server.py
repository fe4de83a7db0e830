"""A stand-in for speech-dispatcher: it keeps what a screen reader would have said, and makes no sound.

It speaks as much of the Speech Synthesis Independent Protocol (SSIP) as Orca asks for, on a Unix
socket: a client finds it by ``SPEECHD_ADDRESS=unix_socket:PATH``.
"""

from __future__ import annotations

import re
import socketserver
import threading
import time
from html import unescape
from pathlib import Path

_TAG = re.compile(r"<[^>]*>")
_ANSWERS = {
    "LIST OUTPUT_MODULES": "250-quiet\r\n250 OK MODULE LIST SENT\r\n",
    "LIST SYNTHESIS_VOICES": "249-quiet\ten-GB\tnone\r\n249 OK VOICE LIST SENT\r\n",
    "LIST VOICES": "249-MALE1\r\n249 OK VOICE LIST SENT\r\n",
    "GET OUTPUT_MODULE": "251-quiet\r\n251 OK GET RETURNED\r\n",
    "HISTORY GET CLIENT_ID": "245-1\r\n245 OK CLIENT ID SENT\r\n",
    "GET": "251-0\r\n251 OK GET RETURNED\r\n",
    "QUIT": "231 HAPPY HACKING\r\n",
}
_DONE = "200 OK DONE\r\n"
_SEND_TEXT = "230 OK RECEIVING DATA\r\n"


class SpokenWords:
    """Everything that was said, in order; other threads wait on it for words."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._changed = threading.Condition()

    def add(self, text: str) -> None:
        """Notes an utterance."""
        with self._changed:
            self._said.append(" ".join(text.split()))
            self._changed.notify_all()

    @property
    def count(self) -> int:
        """How many utterances there were so far."""
        with self._changed:
            return len(self._said)

    def since(self, start: int) -> list[str]:
        """The utterances from number ``start`` on."""
        with self._changed:
            return self._said[start:]

    def wait_for(self, wanted: re.Pattern[str], *, start: int, seconds: float) -> str:
        """The first utterance from number ``start`` on that holds ``wanted``.

        Raises ``AssertionError`` with what was said instead.
        """
        end = time.monotonic() + seconds
        with self._changed:
            while True:
                for text in self._said[start:]:
                    if wanted.search(text):
                        return text
                left = end - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    wish = wanted.pattern[:200]
                    raise AssertionError(
                        f"never said: {wish!r}; before: {self._said[:start][-8:]}; "
                        f"since: {self._said[start:]}"
                    )


class _Client(socketserver.StreamRequestHandler):
    """One connected client."""

    server: SpeechServer

    def handle(self) -> None:
        for line in self.rfile:
            command = line.decode("utf-8", "replace").strip()
            if command.upper() == "SPEAK":
                self._send(_SEND_TEXT)
                self._queued(self._text())
            elif command.upper().startswith(("CHAR ", "KEY ", "SOUND_ICON ")):
                self._queued(command.split(" ", 1)[1])
            else:
                self._send(_answer_to(command.upper()))
            if command.upper() == "QUIT":
                return

    def _text(self) -> str:
        """What follows SPEAK, to a line with a single dot."""
        lines = []
        for line in self.rfile:
            text = line.decode("utf-8", "replace").rstrip("\r\n")
            if text == ".":
                break
            lines.append(text[1:] if text.startswith("..") else text)
        return unescape(_TAG.sub("", "\n".join(lines)))

    def _queued(self, text: str) -> None:
        """Notes what is said, and tells that it was said at once."""
        number = self.server.next_number()
        self.server.spoken.add(text)
        self._send(f"225-{number}\r\n225 OK MESSAGE QUEUED\r\n")
        for code, event in ((701, "BEGIN"), (702, "END")):
            self._send(f"{code}-{number}\r\n{code}-1\r\n{code} {event}\r\n")

    def _send(self, text: str) -> None:
        self.wfile.write(text.encode("utf-8"))
        self.wfile.flush()


class SpeechServer(socketserver.ThreadingUnixStreamServer):
    """Listens on a Unix socket at ``path`` until it is closed."""

    daemon_threads = True

    def __init__(self, path: Path) -> None:
        super().__init__(str(path), _Client)
        self.spoken = SpokenWords()
        self._number = 0
        self._numbering = threading.Lock()
        self._thread = threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )
        self._thread.start()

    def next_number(self) -> int:
        """The number of the next message, over all clients."""
        with self._numbering:
            self._number += 1
            return self._number

    def close(self) -> None:
        """Stops listening."""
        self.shutdown()
        self.server_close()
        self._thread.join(5)


def _answer_to(command: str) -> str:
    for start, answer in _ANSWERS.items():
        if command.startswith(start):
            return answer
    return _DONE
