"""A file is written whole or not at all, for this account alone, and never outside its folder."""

from __future__ import annotations

import os
import resource
import signal
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duq_desktop.safe_files import writing
from duq_desktop.safe_files.refusals import FileRefused, Refusal, refusal_of
from duq_desktop.safe_files.writing import (
    copy_new,
    free_names,
    keep_under,
    make_account_folder,
    make_folder,
    new_file,
    open_lock,
    put_beside,
    put_free,
    put_in_place,
    shred,
    write_free,
    write_new,
    write_whole,
)

DATA = b"x" * 200_000
UMASKS = (0o000, 0o002, 0o022, 0o027, 0o077, 0o277, 0o777)


@contextmanager
def files_end_at(limit: int) -> Iterator[None]:
    """A real failure in the middle of a file: the system refuses to let it grow any further."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


Write = Callable[[Path, bytes], object]


def straight(path: Path, content: bytes) -> Path:
    return write_free(path, content, straight=True)


def copied(path: Path, content: bytes) -> None:
    source = path.parent.parent / "source"
    source.write_bytes(content)
    copy_new(source, path)


WAYS: list[Write] = [write_whole, write_new, write_free, straight, copied]


@pytest.mark.parametrize("mask", UMASKS, ids=oct)
@pytest.mark.parametrize("write", WAYS, ids=lambda write: write.__name__)
def test_what_is_written_is_for_this_account_alone(tmp_path: Path, write: Write, mask: int) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    with umask(mask):
        write(inside / "file", DATA)
    assert names(inside) == ["file"]
    found = (inside / "file").stat()
    assert stat.S_IMODE(found.st_mode) == 0o600
    assert (inside / "file").read_bytes() == DATA


@pytest.mark.parametrize("mask", UMASKS, ids=oct)
def test_folders_and_locks_are_for_this_account_alone(tmp_path: Path, mask: int) -> None:
    with umask(mask):
        make_account_folder(tmp_path / "one" / "two")
        os.close(open_lock(tmp_path / "one" / "two" / "lock"))
    for path, mode in ((Path("one"), 0o700), (Path("one/two"), 0o700), (Path("one/two/lock"), 0o600)):
        assert stat.S_IMODE((tmp_path / path).stat().st_mode) == mode, path
    make_folder(tmp_path / "one" / "two")


@pytest.mark.parametrize("write", WAYS, ids=lambda write: write.__name__)
def test_no_link_is_followed(tmp_path: Path, write: Write) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.write_bytes(b"theirs")
    (inside / "file").symlink_to(outside)
    (inside / "nowhere").symlink_to(tmp_path / "made")
    for name in ("file", "nowhere"):
        try:
            write(inside / name, DATA)
        except OSError as error:
            assert refusal_of(error) is Refusal.TAKEN  # some replace it, some refuse it
    assert outside.read_bytes() == b"theirs"
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("write", WAYS, ids=lambda write: write.__name__)
def test_a_failure_in_the_middle_leaves_what_was_there_and_no_half(tmp_path: Path, write: Write) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "source").write_bytes(DATA)
    (inside / "other").write_bytes(b"old")
    if write is write_whole:
        (inside / "file").write_bytes(b"old")
    before = names(inside)

    def attempt() -> None:
        copy_new(tmp_path / "source", inside / "file") if write is copied else write(inside / "file", DATA)

    with files_end_at(50_000), pytest.raises(OSError):
        attempt()
    assert names(inside) == before
    assert {path.read_bytes() for path in inside.iterdir()} == {b"old"}


@pytest.mark.parametrize("write", [write_new, copied], ids=lambda write: write.__name__)
def test_a_name_that_is_taken_is_refused_and_kept(tmp_path: Path, write: Write) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "file").write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        write(inside / "file", DATA)
    assert (inside / "file").read_bytes() == b"theirs"


@pytest.mark.parametrize("with_links", [True, False], ids=["links", "no links"])
@pytest.mark.parametrize("write", [write_free, straight], ids=lambda write: write.__name__)
def test_a_second_one_never_replaces_the_first(
    tmp_path: Path, write: Write, with_links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also on a stick, whose file system gives no file a second name."""
    if not with_links:
        monkeypatch.setattr(writing.os, "link", _no_second_names)
    (tmp_path / "My views 3.pdf").symlink_to("nowhere")
    written = [write(tmp_path / "My views.pdf", bytes([number])) for number in range(4)]
    assert [getattr(path, "name", "") for path in written] == [
        "My views.pdf",
        "My views 2.pdf",
        "My views 4.pdf",
        "My views 5.pdf",
    ]
    assert [path.read_bytes() for path in written if isinstance(path, Path)] == [b"\0", b"\1", b"\2", b"\3"]
    assert len(names(tmp_path)) == 5


def _no_second_names(*_: object, **__: object) -> None:
    raise PermissionError(1, "Operation not permitted")


@pytest.mark.parametrize("with_links", [True, False], ids=["links", "no links"])
def test_a_finished_part_takes_a_free_name(
    tmp_path: Path, with_links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not with_links:
        monkeypatch.setattr(writing.os, "link", _no_second_names)
    (tmp_path / "a.db").write_bytes(b"theirs")
    part = tmp_path / "a.part"
    part.write_bytes(b"ours")
    with pytest.raises(FileExistsError):
        put_beside(part, tmp_path / "a.db")
    assert put_free(part, tmp_path / "a.db") == tmp_path / "a 2.db"
    assert names(tmp_path) == ["a 2.db", "a.db"]
    assert (tmp_path / "a.db").read_bytes() == b"theirs"
    part.write_bytes(b"new")
    put_in_place(part, tmp_path / "a.db")
    assert (tmp_path / "a.db").read_bytes() == b"new"


@pytest.mark.parametrize("with_links", [True, False], ids=["links", "no links"])
def test_a_file_is_kept_under_another_name_too(
    tmp_path: Path, with_links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not with_links:
        monkeypatch.setattr(writing.os, "link", _no_second_names)
    (tmp_path / "a").write_bytes(b"old")
    keep_under(tmp_path / "a", tmp_path / "b")
    write_whole(tmp_path / "a", b"new")
    assert ((tmp_path / "a").read_bytes(), (tmp_path / "b").read_bytes()) == (b"new", b"old")
    with pytest.raises(FileExistsError):
        keep_under(tmp_path / "a", tmp_path / "b")


def test_when_no_name_is_free_nothing_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_NAMES", 3)
    for free in free_names(tmp_path / "file"):
        free.write_bytes(b"theirs")
    with pytest.raises(FileRefused) as refused:
        write_free(tmp_path / "file", DATA)
    assert refused.value.refusal is Refusal.TAKEN
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"theirs"}


def test_what_a_kill_left_is_taken_away(tmp_path: Path) -> None:
    left = [".settings.json.0123abcd.part", ".settings.json.ffffffff.part"]
    kept = [".settings.json.part", ".other.json.0123abcd.part", ".settings.json.xyz.part"]
    for name in (*left, *kept):
        (tmp_path / name).write_bytes(b"half")
    (tmp_path / ".settings.json.00000000.part").mkdir()
    write_whole(tmp_path / "settings.json", b"{}")
    assert names(tmp_path) == sorted([*kept, ".settings.json.00000000.part", "settings.json"])


def test_a_name_as_long_as_a_name_may_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 255)
    write_whole(path, DATA)
    assert path.read_bytes() == DATA


def test_a_folder_is_made_only_inside_one_that_is_there(tmp_path: Path) -> None:
    """A stick that was pulled out leaves an empty place, where nothing may be written."""
    with pytest.raises(FileNotFoundError):
        make_folder(tmp_path / "stick" / "folder")
    assert not names(tmp_path)


def test_the_accounts_own_folder_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to("there")
    make_account_folder(tmp_path / "link")
    make_account_folder(tmp_path / "link" / "settings")
    assert (tmp_path / "there" / "settings").is_dir()
    (tmp_path / "nowhere").symlink_to("gone")
    with pytest.raises(FileRefused):
        make_account_folder(tmp_path / "nowhere")


@pytest.mark.parametrize("kind", ["link", "file", "pipe"])
def test_no_folder_is_made_of_anything_else(tmp_path: Path, kind: str) -> None:
    (tmp_path / "outside").mkdir()
    path = tmp_path / "folder"
    if kind == "link":
        path.symlink_to("outside")
    elif kind == "file":
        path.touch()
    else:
        os.mkfifo(path)
    with pytest.raises(FileRefused):
        make_folder(path)


@given(st.binary(max_size=5_000))
def test_what_was_shredded_is_overwritten_first(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("shred")
    path, second_name = folder / "box", folder / "second"
    path.write_bytes(content)
    os.link(path, second_name)
    shred(path)
    assert names(folder) == ["second"]
    assert len(second_name.read_bytes()) == len(content)
    assert len(content) < 8 or second_name.read_bytes() != content


def test_an_open_new_file_is_written_through(tmp_path: Path) -> None:
    with new_file(tmp_path / "file") as file:
        file.write(b"abc")
    assert (tmp_path / "file").read_bytes() == b"abc"
