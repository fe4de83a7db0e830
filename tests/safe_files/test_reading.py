"""Only ordinary files are opened to be read, whatever lies under their names."""

from __future__ import annotations

import errno
import os
import socket
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from duq_desktop.safe_files.reading import is_anything, is_plain, open_to_read, read_whole, same_content
from duq_desktop.safe_files.refusals import FileRefused, Refusal, refusal_of
from duq_desktop.safe_files.writing import open_lock, shred, sync_file

LIMIT = 100


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A socket's name has room for about a hundred letters."""
    with tempfile.TemporaryDirectory(prefix="duq") as folder:
        yield Path(folder)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(path))


def a_folder(path: Path) -> None:
    path.mkdir()


def a_link(path: Path) -> None:
    path.with_name("real").write_bytes(b"secret")
    path.symlink_to("real")


def a_loop(path: Path) -> None:
    path.symlink_to(path.name)


def nothing(path: Path) -> None:
    path.with_name("other").touch()


def a_large_file(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


KINDS: list[tuple[Callable[[Path], None], Refusal]] = [
    (a_pipe, Refusal.OTHER_KIND),
    (a_device, Refusal.LINK),
    (a_socket, Refusal.OTHER_KIND),
    (a_folder, Refusal.OTHER_KIND),
    (a_link, Refusal.LINK),
    (a_loop, Refusal.LINK),
    (nothing, Refusal.MISSING),
    (a_large_file, Refusal.TOO_LARGE),
]
OTHERS = (Refusal.OTHER_KIND, Refusal.LINK)


@pytest.mark.parametrize(("put", "expected"), KINDS, ids=lambda each: getattr(each, "__name__", ""))
def test_what_is_no_ordinary_file_is_refused_at_once(
    short_folder: Path, put: Callable[[Path], None], expected: Refusal
) -> None:
    put(short_folder / "file")
    with pytest.raises(OSError) as refused:
        read_whole(short_folder / "file", LIMIT)
    assert refusal_of(refused.value) is expected
    assert "file" in str(refused.value)


@pytest.mark.parametrize("act", [open_lock, shred, sync_file], ids=lambda act: act.__name__)
@pytest.mark.parametrize(
    "put", [put for put, refusal in KINDS if refusal in OTHERS], ids=lambda p: p.__name__
)
def test_what_is_no_ordinary_file_is_not_changed_either(
    short_folder: Path, put: Callable[[Path], None], act: Callable[[Path], object]
) -> None:
    put(short_folder / "file")
    before = sorted(path.name for path in short_folder.iterdir())
    with pytest.raises(FileRefused):
        act(short_folder / "file")
    assert sorted(path.name for path in short_folder.iterdir()) == before
    if put is a_link:
        assert (short_folder / "real").read_bytes() == b"secret"


def test_devices_themselves_are_refused() -> None:
    with pytest.raises(OSError) as refused:
        read_whole(Path("/dev/zero"), LIMIT)
    assert refusal_of(refused.value) is Refusal.OTHER_KIND


def test_a_file_that_came_with_the_program_may_be_a_link(tmp_path: Path) -> None:
    a_link(tmp_path / "file")
    assert read_whole(tmp_path / "file", LIMIT, links=True) == b"secret"
    a_pipe(tmp_path / "pipe")
    (tmp_path / "to-pipe").symlink_to("pipe")
    with pytest.raises(FileRefused):
        read_whole(tmp_path / "to-pipe", LIMIT, links=True)


def test_a_file_of_the_system_without_a_size_is_read(tmp_path: Path) -> None:
    assert read_whole(Path("/proc/self/mounts"), 1 << 20)


@pytest.mark.parametrize("size", [0, LIMIT - 1, LIMIT])
def test_what_is_within_the_limit_is_read_whole(tmp_path: Path, size: int) -> None:
    (tmp_path / "file").write_bytes(b"x" * size)
    assert read_whole(tmp_path / "file", LIMIT) == b"x" * size


def test_what_grows_while_it_is_open_is_refused_too(tmp_path: Path) -> None:
    """Files of the system tell a size of nothing: the bytes that come are counted."""
    with pytest.raises(FileRefused, match="too large"):
        read_whole(Path("/proc/self/mounts"), 1)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("x" * 300, Refusal.TOO_LONG),
        ("/".join(["y" * 200] * 25), Refusal.TOO_LONG),
        ("loop/file", Refusal.LOOP),
        ("plain/file", Refusal.MISSING),
        ("a\0b", Refusal.MISSING),
        ("\ud800", Refusal.MISSING),
    ],
    ids=["long name", "long way", "loop", "below a file", "nul", "half a letter"],
)
def test_what_cannot_be_reached_is_called_what_it_is(tmp_path: Path, name: str, expected: Refusal) -> None:
    a_loop(tmp_path / "loop")
    (tmp_path / "plain").touch()
    with pytest.raises(OSError) as refused:
        open_to_read(tmp_path / name)
    assert refusal_of(refused.value) is expected


def test_each_refusal_has_a_sentence_of_its_own() -> None:
    assert len({each.value for each in Refusal}) == len(Refusal)
    assert all("{file}" in each.value for each in Refusal)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.EACCES, Refusal.NOT_ALLOWED),
        (errno.EROFS, Refusal.PROTECTED),
        (errno.ENOSPC, Refusal.FULL),
        (errno.EIO, Refusal.UNREADABLE),
    ],
)
def test_what_the_system_says_is_told(number: int, expected: Refusal) -> None:
    assert refusal_of(OSError(number, os.strerror(number))) is expected


def test_windows_own_numbers_come_before_what_python_makes_of_them() -> None:
    class Protected(PermissionError):  # a stick whose small switch is set, as Windows tells it
        winerror = 19

    assert refusal_of(Protected(errno.EACCES, "")) is Refusal.PROTECTED


def test_whether_something_lies_there(tmp_path: Path) -> None:
    a_loop(tmp_path / "loop")
    (tmp_path / "file").touch()
    assert [is_anything(tmp_path / name) for name in ("loop", "file", "none", "file/none")] == [
        True,
        True,
        False,
        False,
    ]
    assert [is_plain(tmp_path / name) for name in ("loop", "file", "none")] == [False, True, False]


def test_contents_are_compared(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"a" * 3_000_000)
    other.write_bytes(b"a" * 3_000_000)
    assert same_content(one, other)
    other.write_bytes(b"a" * 2_999_999 + b"b")
    assert not same_content(one, other)
    other.write_bytes(b"a" * 2_999_999)
    assert not same_content(one, other)


def test_no_descriptor_is_left_open(short_folder: Path) -> None:
    def opened() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    before = opened()
    for number, (put, _) in enumerate(KINDS):
        inside = short_folder / str(number)
        inside.mkdir()
        put(inside / "file")
        with pytest.raises(OSError):
            read_whole(inside / "file", LIMIT)
    assert opened() == before
    assert stat.S_ISDIR(short_folder.stat().st_mode)
