"""A PDF reaches a disk whole or not at all, and a printer from memory."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from duq_desktop.documents import about
from duq_desktop.documents.pdf.printing import render_pages
from duq_desktop.documents.pdf.writing import write_beside, write_parts, write_straight, write_whole
from duq_desktop.errors import ReportError
from tests.documents import kit

DATA = b"%PDF-1.7 " + b"x" * 200_000


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


def test_a_report_is_written_and_replaces_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    write_whole(path, b"old")
    write_whole(path, DATA)
    assert path.read_bytes() == DATA
    assert list(tmp_path.iterdir()) == [path]


def test_a_report_that_fails_in_the_middle_leaves_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    write_whole(path, b"old")
    with files_end_at(50_000), pytest.raises(ReportError, match=r"report\.pdf"):
        write_whole(path, DATA)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").mkdir()
    with pytest.raises(ReportError, match=r"report\.pdf"):
        write_whole(tmp_path / "report.pdf", DATA)
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    for write in (write_whole, write_straight):
        with pytest.raises(ReportError, match="folder"):
            write(tmp_path / "gone" / "report.pdf", DATA)


def test_a_persons_copy_takes_no_second_name_and_overwrites_nothing(tmp_path: Path) -> None:
    path = tmp_path / "My views.pdf"
    write_straight(path, DATA)
    with pytest.raises(ReportError, match="already"):
        write_straight(path, b"other")
    assert path.read_bytes() == DATA


def test_a_persons_copy_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with files_end_at(50_000), pytest.raises(ReportError):
        write_straight(tmp_path / "My views.pdf", DATA)
    assert list(tmp_path.iterdir()) == []


def test_files_that_belong_together_have_the_same_free_number(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"theirs")
    assert write_beside(tmp_path, {"a.json": b"1", "b.pdf": b"2"}) == ("a 2.json", "b 2.pdf")
    assert write_beside(tmp_path, {"a.json": b"3", "b.pdf": b"4"}) == ("a 3.json", "b 3.pdf")
    assert (tmp_path / "b.pdf").read_bytes() == b"theirs"
    with files_end_at(50_000), pytest.raises(ReportError):
        write_beside(tmp_path, {"a.json": b"1", "b.pdf": DATA})
    assert len(list(tmp_path.iterdir())) == 5


def test_a_paper_for_a_free_name_replaces_nothing_that_came_meanwhile(tmp_path: Path) -> None:
    (tmp_path / "b part 2 of 2.pdf").write_bytes(b"theirs")
    with pytest.raises(ReportError, match="already"):
        write_parts(tmp_path / "b.pdf", [b"one", b"two"], replacing=False)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"theirs"]


def test_pages_come_as_pictures_from_memory() -> None:
    pdf = kit.pdf_of(about.document(kit.FACTS, kit.materials()))
    pages = list(render_pages(pdf, 72))
    assert len(pages) == kit.pages_of(pdf)
    for page in pages:
        assert (page.width, page.height) in {(595, 842), (596, 842), (596, 843)}
        assert len(page.pixels) == page.width * page.height * 4
    first = pages[0]
    colours = {first.pixels[at : at + 3] for at in range(0, len(first.pixels), 4)}
    assert b"\xff\xff\xff" in colours
    assert b"\x0f\x5a\x61" in colours, "red, green, blue in this order: the bar above the title"


def test_what_is_no_pdf_is_told() -> None:
    with pytest.raises(ReportError, match="damaged"):
        list(render_pages(b"no pdf", 72))
