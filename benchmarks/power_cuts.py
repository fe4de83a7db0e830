"""What a disk holds after a power cut, from the system calls that strace recorded.

What was written and not waited for may be on the disk or not, each sector by itself (512 bytes, kept or lost
at random); a removed name and a new length are sure only once their folder or file was waited for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

SECTOR = 512
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_PLACE = re.compile(r"^(?:AT_FDCWD|\d+)[^,]*, ")


@dataclass(frozen=True)
class Call:
    """One system call: its name, what stands between its brackets, and what it gave."""

    name: str
    given: str
    result: int

    @property
    def texts(self) -> list[bytes]:
        """Each text among what was given."""
        return [bytes.fromhex(found.replace("\\x", "")) for found in _TEXT.findall(self.given)]

    @property
    def numbers(self) -> list[int]:
        """Each number among what was given, texts left out."""
        return [int(found) for found in re.findall(r"-?\b\d+\b", _TEXT.sub("", self.given))]


def calls(log: str) -> Iterator[Call]:
    """The calls that came back well, in order; one that another thread interrupted is put together."""
    begun: dict[str, str] = {}
    for line in log.splitlines():
        who = line.split(" ", 1)[0]
        if line.endswith("<unfinished ...>"):
            begun[who] = line[: -len("<unfinished ...>")]
            continue
        resumed = re.match(r"^\d+ +<\.\.\. \w+ resumed>", line)
        if resumed:
            line = begun.pop(who, "") + line[resumed.end() :]
        found = _LINE.match(line)
        if found and int(found[3]) >= 0:
            yield Call(found[1], found[2], int(found[3]))


@dataclass
class _File:
    """One file: what is surely on the disk, and what was written since."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def wait(self) -> None:
        """All that was written is on the disk."""
        for place, data in self.since:
            _apply(self.sure, place, data)
        self.since.clear()

    def after_a_cut(self, chance: Random) -> bytes:
        """What is found when the power comes back."""
        found = bytearray(self.sure)
        for place, data in self.since:
            if data is None:
                if chance.random() < 0.5:
                    _apply(found, place, None)
                continue
            for at in range(0, len(data), SECTOR):
                if chance.random() < 0.5:
                    _apply(found, place + at, data[at : at + SECTOR])
        return bytes(found)


def _apply(content: bytearray, place: int, data: bytes | None) -> None:
    """Writes ``data`` at ``place``; None cuts or fills the content to that length."""
    end = place if data is None else place + len(data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if data is None:
        del content[place:]
    else:
        content[place:end] = data


class Disk:
    """The files below ``folder`` while the calls are made again; ``told`` is what was acknowledged so far."""

    def __init__(self, folder: Path) -> None:
        self.told: list[str] = []
        self._folder = folder
        self._files: dict[str, _File] = {
            str(path): _File(bytearray(path.read_bytes())) for path in folder.rglob("*") if path.is_file()
        }
        self._gone: dict[str, _File] = {}
        self._open: dict[int, str] = {}

    def take(self, call: Call) -> None:
        """Makes one call."""
        work = getattr(self, f"_{call.name}", None)
        if work is not None:
            work(call)

    def after_a_cut(self, chance: Random) -> dict[Path, bytes]:
        """The files found when the power comes back now; a removed name may be there still."""
        found = {name: file.after_a_cut(chance) for name, file in self._files.items()}
        for name, file in self._gone.items():
            if name not in found and chance.random() < 0.5:
                found[name] = file.after_a_cut(chance)
        return {Path(name).relative_to(self._folder): content for name, content in found.items()}

    def _openat(self, call: Call) -> None:
        name = call.texts[0].decode()
        self._open[call.result] = name
        is_file = "O_DIRECTORY" not in call.given and not Path(name).is_dir()
        if name.startswith(str(self._folder)) and is_file:
            file = self._files.setdefault(name, _File())
            if "O_TRUNC" in call.given:
                file.since.append((0, None))

    def _pwrite64(self, call: Call) -> None:
        file = self._file(call)
        if file is not None:
            file.since.append((call.numbers[-1], call.texts[0][: call.result]))

    def _write(self, call: Call) -> None:
        if call.numbers[0] == 1:
            self.told += call.texts[0].decode().split()

    def _ftruncate(self, call: Call) -> None:
        file = self._file(call)
        if file is not None:
            file.since.append((call.numbers[-1], None))

    def _fsync(self, call: Call) -> None:
        file = self._file(call)
        if file is not None:
            file.wait()
        elif self._open.get(call.numbers[0], "").startswith(str(self._folder)):
            self._gone.clear()

    _fdatasync = _fsync

    def _unlink(self, call: Call) -> None:
        name = call.texts[0].decode()
        file = self._files.pop(name, None)
        if file is not None:
            self._gone[name] = file

    def _file(self, call: Call) -> _File | None:
        return self._files.get(self._open.get(call.numbers[0], ""))
