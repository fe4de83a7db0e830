"""What somebody may have put in the place of a file: each kind changes one path, whatever it was."""

from __future__ import annotations

import os
import random
import shutil
import socket
from collections.abc import Callable, Mapping
from pathlib import Path

Kind = Callable[[Path, bytes], None]
"""Puts something at a path that is free; the bytes are those of the file that was there."""

_SPARSE = 1 << 40
_MANY = 60_000
_NOISE = random.Random(309)


def _written(content: Callable[[bytes], bytes]) -> Kind:
    def put(path: Path, was: bytes) -> None:
        path.write_bytes(content(was))

    return put


def _link(target: str) -> Kind:
    def put(path: Path, _was: bytes) -> None:
        path.symlink_to(target)

    return put


def _pipe(path: Path, _was: bytes) -> None:
    os.mkfifo(path)


def _socket(path: Path, _was: bytes) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's name has room for about a hundred letters
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(path.name)
    finally:
        os.chdir(here)


def _folder(path: Path, _was: bytes) -> None:
    path.mkdir()
    (path / path.name).mkdir()


def _loop(path: Path, _was: bytes) -> None:
    path.symlink_to(path.name)


def _link_to_copy(path: Path, was: bytes) -> None:
    copy = path.parent.parent / f"copy of {path.name}"
    copy.write_bytes(was)
    path.symlink_to(copy)


def _sparse(path: Path, was: bytes) -> None:
    with path.open("wb") as file:
        file.write(was)
        file.truncate(_SPARSE)


def _second_name(path: Path, was: bytes) -> None:
    other = path.with_name(f"{path.name}.other")
    other.write_bytes(was)
    os.link(other, path)


def _locked(path: Path, was: bytes) -> None:
    path.write_bytes(was)
    path.chmod(0)


def _bits_changed(was: bytes) -> bytes:
    changed = bytearray(was or b"\0")
    for _ in range(40):
        changed[_NOISE.randrange(len(changed))] ^= 1 << _NOISE.randrange(8)
    return bytes(changed)


KINDS: Mapping[str, Kind] = {
    "gone": lambda path, was: None,
    "pipe": _pipe,
    "socket": _socket,
    "folder": _folder,
    "link to /dev/zero": _link("/dev/zero"),
    "link to /dev/random": _link("/dev/random"),
    "link to a terminal": _link("/dev/ptmx"),
    "link to memory": _link("/proc/self/mem"),
    "link to nowhere": _link("nowhere/at all"),
    "link to itself": _loop,
    "link to a copy": _link_to_copy,
    "a terabyte": _sparse,
    "empty": _written(lambda was: b""),
    "one byte": _written(lambda was: b"\0"),
    "zeros": _written(lambda was: bytes(500_000)),
    "noise": _written(lambda was: _NOISE.randbytes(64_000)),
    "half": _written(lambda was: was[: len(was) // 2]),
    "twice": _written(lambda was: was * 2),
    "bits changed": _written(_bits_changed),
    "utf-16": _written(lambda was: was.decode("latin-1").encode("utf-16")),
    "nested": _written(lambda was: b"[" * _MANY),
    "nested names": _written(lambda was: b'{"a":' * (_MANY // 5)),
    "quotes without end": _written(lambda was: b'"""' * (_MANY // 3)),
    "comments without end": _written(lambda was: b"/*" * (_MANY // 2)),
    "names without end": _written(lambda was: b"a." * (_MANY // 2)),
    "a number without end": _written(lambda was: b"1" * _MANY),
    "for nobody": _locked,
    "second name": _second_name,
}


def put(kind: str, path: Path) -> None:
    """Put ``kind`` in the place of whatever is at ``path``."""
    was = path.read_bytes() if path.is_file() else b""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    KINDS[kind](path, was)
