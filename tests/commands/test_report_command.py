"""``duq-desktop report``: real documents out of a real folder, and a sentence for each trouble."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path

import pypdf
import pytest

from duq_desktop import paths
from duq_desktop.cli import main
from duq_desktop.commands.progress import ProgressLine
from duq_desktop.commands.report import read_phrase
from duq_desktop.content.load import load_pack
from duq_desktop.documents.pdf.writing import write_parts
from duq_desktop.errors import ReportError, SetUpError
from duq_desktop.sample.fill import fill
from duq_desktop.sample.make import make_sample
from duq_desktop.sample.people import Numbers
from duq_desktop.store.copies.backup import backups, restore
from duq_desktop.store.file.home import Contact, Home
from duq_desktop.store.inbox.store import Store
from duq_desktop.summary.publication_ledger import KEPT_AS, PublicationLedger
from duq_desktop.vault.slots import Cost
from tests.attack.paper_reader import charts_of
from tests.documents.kit import errors_aloud, failures, text_of

SIZE = Numbers(people=18, families=6, staff=6)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A sample's folder, and the file with its pass phrase."""
    folder = tmp_path_factory.mktemp("report")
    phrase = make_sample(folder / "data", load_pack(paths.packs_folder() / "duq-code"), SIZE, seed=3)
    (folder / "phrase.txt").write_text(phrase + "\nsecond line\n")
    return folder / "data", folder / "phrase.txt"


def run(made: tuple[Path, Path], kind: str, out: Path, *more: str) -> int:
    folder, phrase = made
    asked = ["report", kind, str(out), "--data-dir", str(folder), "--config-dir", str(out.parent / "config")]
    return main([*asked, "--passphrase-file", str(phrase), *more])


@pytest.mark.parametrize("kind", ["easy-read", "about", "helpers"])
def test_each_kind_is_a_conforming_pdf_that_says_it_is_made_up(
    kind: str, made: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"{kind}.pdf"
    assert run(made, kind, out) == 0
    told = capsys.readouterr().out.splitlines()
    pages = len(pypdf.PdfReader(out).pages)
    assert told[-2:] == [f"Pages: {pages}", f"Written: {out}"]
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    assert failures(out.read_bytes(), tmp_path) == []
    assert errors_aloud(out.read_bytes(), tmp_path) == []
    assert "made up" in text_of(out.read_bytes()).lower()


def test_the_easy_read_summary_quotes_nobody_and_names_nobody(
    made: tuple[Path, Path], tmp_path: Path
) -> None:
    assert run(made, "easy-read", tmp_path / "said.pdf") == 0
    text = text_of((tmp_path / "said.pdf").read_bytes())
    with Store.open(made[0]) as store:
        opener = store.unlock(read_phrase(made[1]))
        said = [record for each in opener.open_all().sessions for record in each.records]
    spoken = {str(record.body["words"]) for record in said if record.body.get("words")}
    assert len(spoken) > 10
    flat = " ".join(text.split())
    assert [words for words in spoken if len(words.split()) > 2 and words in flat] == []


def test_what_was_published_is_remembered_as_the_screens_do(made: tuple[Path, Path], tmp_path: Path) -> None:
    assert run(made, "easy-read", tmp_path / "said.pdf") == 0
    with Store.open(made[0]) as store:
        kept = store.unlock(read_phrase(made[1])).kept_ever(KEPT_AS).texts
    (cohort, *_) = PublicationLedger.from_texts(kept).cohorts()
    assert 10 < len(cohort.session_ids) <= SIZE.people and len(cohort.table.bars) > 5


@pytest.mark.parametrize("brought_back", [False, True], ids=["as it is", "an older copy brought back"])
def test_a_second_summary_with_one_more_person_tells_nothing_of_them(
    tmp_path: Path, brought_back: bool
) -> None:
    folder, pack = tmp_path / "data", load_pack(paths.packs_folder() / "duq-code")
    phrase = make_sample(folder, pack, Numbers(people=9, families=0, staff=0), seed=3)
    (tmp_path / "phrase.txt").write_text(phrase)
    made = folder, tmp_path / "phrase.txt"
    with Store.open(folder) as store:
        before_it_was_published = tmp_path / "stick.db"
        shutil.copyfile(store.back_up(), before_it_was_published)
    assert run(made, "easy-read", tmp_path / "first.pdf") == 0
    if brought_back:
        restore(folder, before_it_was_published)
    with Store.open(folder) as store:
        fill(store, pack, Numbers(people=1, families=0, staff=0), seed=99)
    assert run(made, "easy-read", tmp_path / "second.pdf") == 0
    with Store.open(folder) as store:
        ledger = PublicationLedger.from_texts(store.unlock(phrase).kept_ever(KEPT_AS).texts)
    first, second = ledger.publications
    assert second.after == (first.id,)
    assert [each.table for each in second.cohorts if each.table.shown] == [
        each.table for each in first.cohorts
    ]
    charts = [charts_of((tmp_path / name).read_bytes()) for name in ("first.pdf", "second.pdf")]
    assert charts[0] == charts[1] != {}


def test_a_backup_follows_what_was_published(made: tuple[Path, Path], tmp_path: Path) -> None:
    before = {one.number for one in backups(made[0])}
    assert run(made, "easy-read", tmp_path / "said.pdf") == 0
    (newest, *_) = backups(made[0])
    assert newest.number not in before
    restore(made[0], newest.path)
    with Store.open(made[0]) as store:
        assert store.unlock(read_phrase(made[1])).kept(KEPT_AS) is not None


def test_where_earlier_papers_may_be_out_nothing_is_written_before_it_is_settled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that this computer did not make; then the last PDF, on a third computer, gives the memory."""
    home = Home(
        opener_name="A trustee",
        opener_job="Trustee",
        opener_works_here=False,
        nation="england",
        safeguarding_number="0300 000 0000",
        outside_contact=Contact("Advocacy", "0800 000 0000"),
        people_count=6,
    )
    Store.set_up(tmp_path / "data", home, "fern otter moon lamp", cost=Cost(1, 8192))
    (tmp_path / "phrase.txt").write_text("fern otter moon lamp")
    made = tmp_path / "data", tmp_path / "phrase.txt"
    for name in ("there", "here", "third"):
        (tmp_path / name).mkdir()
    assert run(made, "easy-read", tmp_path / "here" / "said.pdf") == 1
    assert "new on this computer" in capsys.readouterr().err
    assert not (tmp_path / "here" / "said.pdf").exists()
    assert run(made, "easy-read", tmp_path / "here" / "said.pdf", "--none-before") == 0
    assert run(made, "easy-read", tmp_path / "here" / "again.pdf") == 0
    last = str(tmp_path / "here" / "again.pdf")
    assert run(made, "easy-read", tmp_path / "third" / "said.pdf", "--last-paper", str(made[1])) == 1
    assert "carries no memory" in capsys.readouterr().err
    assert run(made, "easy-read", tmp_path / "third" / "said.pdf", "--last-paper", last) == 0
    assert run(made, "easy-read", tmp_path / "there" / "said.pdf", "--begin-anew") == 0


def trouble(made: tuple[Path, Path], capsys: pytest.CaptureFixture[str], *asked: str) -> str:
    """The sentence told; the exit code is 1 and there is no traceback."""
    assert main(["report", *asked]) == 1
    told = capsys.readouterr().err
    assert "Traceback" not in told
    return told


def test_a_wrong_phrase_is_told_and_nothing_is_written(
    made: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("not the right words")
    assert run((made[0], wrong), "easy-read", tmp_path / "a.pdf") == 1
    assert "does not open" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_phrase_saved_as_utf_16_is_said_to_be_so(tmp_path: Path, encoding: str) -> None:
    """As Windows' own editor saves it when asked for "Unicode"; with and without its mark."""
    file = tmp_path / "phrase.txt"
    file.write_bytes("four random words here".encode(encoding))
    with pytest.raises(SetUpError, match="UTF-16"):
        read_phrase(file)


def test_a_phrase_behind_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "large").write_bytes(b"x" * 5_000)
    for name, said in (("pipe", "ordinary"), ("link", "link"), ("none", "not there"), ("large", "too large")):
        with pytest.raises(SetUpError, match=said):
            read_phrase(tmp_path / name)


def test_each_expected_trouble_has_its_sentence(
    made: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data-dir", str(made[0])]
    pdf = str(tmp_path / "a.pdf")
    phrase = ["--passphrase-file", str(made[1])]
    assert "must end in .pdf" in trouble(made, capsys, "about", str(tmp_path / "a.txt"), *data)
    assert "not there" in trouble(made, capsys, "about", str(tmp_path / "no" / "a.pdf"), *data)
    assert "needs --passphrase-file" in trouble(made, capsys, "easy-read", pdf, *data)
    missing = ["--passphrase-file", str(tmp_path / "none.txt")]
    assert "none.txt is not there" in trouble(made, capsys, "easy-read", pdf, *data, *missing)
    empty = str(tmp_path / "empty")
    assert "not set up" in trouble(made, capsys, "easy-read", pdf, "--data-dir", empty, *phrase)
    folder = tmp_path / "folder.pdf"
    folder.mkdir()
    assert "is a folder" in trouble(made, capsys, "about", str(folder), *data)
    with Store.open(made[0]):
        assert "open in another window" in trouble(made, capsys, "about", pdf, *data)
    assert not Path(pdf).exists()
    assert not Path(empty).exists()


def test_a_full_disk_leaves_the_document_that_was_there(
    made: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "about.pdf"
    out.write_bytes(b"the one before")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        assert run(made, "about", out) == 1
    assert "no room left" in capsys.readouterr().err
    assert out.read_bytes() == b"the one before"
    assert [path.name for path in tmp_path.iterdir()] == ["about.pdf"]


@pytest.mark.parametrize(
    ("content", "phrase"),
    [
        (b"fern otter moon lamp", "fern otter moon lamp"),
        (b"\xef\xbb\xbffern otter moon lamp\r\n", "fern otter moon lamp"),
        (b"fern otter moon lamp\nold phrase\n", "fern otter moon lamp"),
        (b"", ""),
    ],
)
def test_the_phrase_is_the_first_line_however_it_was_saved(
    content: bytes, phrase: str, tmp_path: Path
) -> None:
    (tmp_path / "phrase.txt").write_bytes(content)
    assert read_phrase(tmp_path / "phrase.txt") == phrase


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "phrase.txt").write_bytes(b"caf\xe9, saved as long ago")
    with pytest.raises(SetUpError, match="cannot be read"):
        read_phrase(tmp_path / "phrase.txt")


def test_no_window_is_loaded(made: tuple[Path, Path], tmp_path: Path) -> None:
    asked = ["report", "about", str(tmp_path / "a.pdf"), "--data-dir", str(made[0])]
    code = (
        "import sys; from duq_desktop.cli import main; assert main(sys.argv[1:]) == 0;"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]"
    )
    done = subprocess.run([sys.executable, "-c", code, *asked], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_folder_may_be_named_before_the_command_or_after_it(
    made: tuple[Path, Path], tmp_path: Path
) -> None:
    data, config = ["--data-dir", str(made[0])], ["--config-dir", str(tmp_path)]
    for number, asked in enumerate(([*data, *config, "report"], ["report", *data, *config])):
        out = tmp_path / f"{number}.pdf"
        where = ["about", str(out)]
        assert main([*asked, *where] if asked[-1] == "report" else [asked[0], *where, *asked[1:]]) == 0
        assert out.exists()


def test_a_paper_too_long_to_be_read_comes_in_parts_all_or_none(tmp_path: Path) -> None:
    assert write_parts(tmp_path / "a.pdf", [b"one"]) == [tmp_path / "a.pdf"]
    assert write_parts(tmp_path / "b.pdf", [b"one", b"two"]) == [
        tmp_path / "b part 1 of 2.pdf",
        tmp_path / "b part 2 of 2.pdf",
    ]
    assert (tmp_path / "b part 2 of 2.pdf").read_bytes() == b"two"
    (tmp_path / "c part 2 of 2.pdf").mkdir()
    with pytest.raises(ReportError):
        write_parts(tmp_path / "c.pdf", [b"one", b"two"])
    assert not (tmp_path / "c part 1 of 2.pdf").exists()


class Terminal(StringIO):
    """A place to write that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_the_line_is_written_over_and_elsewhere_once() -> None:
    seen = []
    for out in (Terminal(), StringIO()):
        line = ProgressLine(out)
        line.show("Pages: 10")
        line.show("Pages: 9")
        line.end()
        seen.append(out.getvalue())
    assert seen == ["\rPages: 10\rPages: 9 \n", "Pages: 9\n"]


def test_pages_can_be_read(made: tuple[Path, Path], tmp_path: Path) -> None:
    """The PDF is whole: another reader than ours opens each page."""
    assert run(made, "helpers", tmp_path / "h.pdf") == 0
    reader = pypdf.PdfReader(BytesIO((tmp_path / "h.pdf").read_bytes()), strict=True)
    assert all(page.extract_text().strip() for page in reader.pages)
