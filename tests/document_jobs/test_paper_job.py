"""A paper is ordered through a pipe and made in another process, which holds no key and leaves no file."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duq_desktop import paths
from duq_desktop.content.load import load_pack
from duq_desktop.document_jobs.job import (
    COMMAND,
    DONE,
    FAILED,
    FAULT,
    PAGES,
    SHEET,
    DocumentJob,
    Frame,
    FrameReader,
)
from duq_desktop.document_jobs.worker import make
from duq_desktop.errors import ReportError
from duq_desktop.sample.home import made_up_home
from duq_desktop.words import Words, printed
from duq_desktop.words import opener as opener_words

ROOT = Path(__file__).parents[2]
FONTS = paths.resources_folder() / "fonts" / "lexend"


def order(words: Words | None = None, kind: str = "about", fonts: Path = FONTS) -> DocumentJob:
    pack = load_pack(paths.packs_folder() / "duq-code")
    four = ("fern", "otter", "moon", "lamp")
    return DocumentJob(SHEET, (kind, made_up_home(6), four, True), pack, words or Words(), fonts)


def told(out: bytes) -> list[Frame]:
    return list(FrameReader().feed(out))


@given(st.lists(st.tuples(st.sampled_from([PAGES, DONE, FAILED]), st.binary(max_size=40))), st.data())
def test_frames_come_together_however_they_are_cut(
    frames: list[tuple[bytes, bytes]], data: st.DataObject
) -> None:
    sent = [Frame(letter, body) for letter, body in frames]
    raw = b"".join(frame.to_bytes() for frame in sent)
    reader, got = FrameReader(), []
    while raw:
        cut = data.draw(st.integers(1, len(raw)))
        got += list(reader.feed(raw[:cut]))
        raw = raw[cut:]
    assert got == sent


def test_an_order_arrives_with_its_pack_and_the_words_of_its_language() -> None:
    folder = paths.resources_folder() / "languages"
    welsh = Words("cy", folder)
    got = DocumentJob.from_bytes(order(welsh).to_bytes())
    assert got.pack == order().pack
    assert got.words(opener_words.MONTHS[0]) == welsh(opener_words.MONTHS[0]) != opener_words.MONTHS[0]


def test_the_worker_tells_of_pages_and_gives_the_paper_and_writes_no_file(tmp_path: Path) -> None:
    names = dict.fromkeys(("TMPDIR", "TEMP", "TMP", "HOME"), str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-m", "duq_desktop.document_jobs.worker"],
        input=order().to_bytes(),
        env={**os.environ, **names, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    frames = told(done.stdout)
    assert [frame.number() for frame in frames if frame.letter == PAGES][:2] == [1, 2]
    (pdf,) = frames[-1].papers()
    assert pdf.startswith(b"%PDF-")
    assert done.stderr == b""
    assert list(tmp_path.iterdir()) == []


def test_an_expected_error_comes_back_as_its_sentence(tmp_path: Path) -> None:
    out = BytesIO()
    make(order(fonts=tmp_path), out)
    (frame,) = told(out.getvalue())
    trouble = frame.trouble()
    assert isinstance(trouble, ReportError)
    assert str(trouble)


def test_a_fault_is_told_without_its_message() -> None:
    out = BytesIO()
    make(order(kind="He took my money."), out)
    assert told(out.getvalue()) == [Frame(FAULT)]
    assert b"money" not in out.getvalue()


def test_values_of_a_sentence_survive() -> None:
    frame = Frame.failed(ReportError(printed.CANNOT_WRITE, name="a.pdf"))
    assert "a.pdf" in str(frame.trouble())


@pytest.mark.skipif(sys.platform != "linux", reason="looks at Linux's own list of processes")
def test_the_worker_ends_when_nobody_listens_any_more() -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "duq_desktop.document_jobs.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    )
    assert child.stdin is not None and child.stdout is not None
    child.stdin.write(order().to_bytes())
    child.stdin.close()
    child.stdout.close()
    assert child.wait(30) == 1


def test_a_bundled_app_makes_papers_by_a_command_of_its_own() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "duq_desktop", COMMAND],
        input=order().to_bytes(),
        capture_output=True,
        cwd=ROOT,
    )
    assert told(done.stdout)[-1].papers()[0].startswith(b"%PDF-")
