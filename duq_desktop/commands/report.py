"""``duq-desktop report``: a PDF without a window, written whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TextIO

from duq_desktop import paths, settings
from duq_desktop.commands.progress import ProgressLine
from duq_desktop.content.load import checked_languages, load_pack
from duq_desktop.content.local_words import LocalWords
from duq_desktop.content.model import Pack
from duq_desktop.device.private_memory import keep_memory_private
from duq_desktop.document_jobs.document_maker import DocumentMaker, Told
from duq_desktop.documents.facts import NOTHING_TYPED, FollowUp, SaidFacts
from duq_desktop.documents.pdf.writing import write_parts
from duq_desktop.errors import SetUpError, StoreError
from duq_desktop.languages import FOLDER, find_tongue
from duq_desktop.publication.carried import carrying
from duq_desktop.publication.memory import PublicationMemory, read_paper
from duq_desktop.safe_files.reading import read_whole
from duq_desktop.safe_files.refusals import refusal_of
from duq_desktop.store.inbox.opener import Opener
from duq_desktop.store.inbox.store import Store
from duq_desktop.summary.basis import basis_of
from duq_desktop.summary.model import Summary
from duq_desktop.summary.publish import PreparedPaper, PublicationChoices, prepare_careful
from duq_desktop.summary.summarise import summarise
from duq_desktop.words import command as words
from duq_desktop.words import publication as doubts

PACK = "duq-code"
EASY_READ = "easy-read"

_LONGEST_PHRASE_FILE = 4096
_UTF16_STARTS = (b"\xff\xfe", b"\xfe\xff")
"""Unicode's byte order marks (the Unicode Standard, 23.8): what Windows' editors write for "Unicode"."""


@dataclass(frozen=True)
class Wanted:
    """What was asked for. "easy-read" needs ``phrase_file``, and tells ``follow_up``.

    ``last_paper`` (a PDF), ``none_before`` and ``begin_anew`` answer a doubt about what was published before.
    """

    kind: str
    out: Path
    data: Path
    config: Path
    phrase_file: Path | None = None
    follow_up: FollowUp = NOTHING_TYPED
    last_paper: Path | None = None
    none_before: bool = False
    begin_anew: bool = False


def report(wanted: Wanted, out: TextIO, warn: TextIO) -> None:
    """Write the document; ``out`` hears how far it is, ``warn`` what to look at. Raises ``ExpectedError``."""
    _check(wanted)
    keep_memory_private()
    chosen = settings.load(wanted.config)
    folder = paths.packs_folder() / PACK
    languages = paths.resources_folder() / FOLDER
    tongue = find_tongue(chosen.language, languages, lambda: checked_languages(folder))
    pack = load_pack(
        folder,
        language=tongue.pack_language,
        local_words=LocalWords(chosen.staff_word, chosen.manager_word),
    )
    line = ProgressLine(out)

    def told(pages: int) -> None:
        line.show(words.REPORT_PROGRESS.format(pages=pages))

    with Store.open(wanted.data) as store:
        if not store.is_set_up:
            raise SetUpError(words.NOT_SET_UP, folder=wanted.data)
        documents = DocumentMaker(pack, tongue.paper_words)
        try:
            if wanted.kind == EASY_READ:
                written = _write_easy_read(wanted, store, pack, documents, told, warn)
            else:
                sheet = documents.sheet(
                    wanted.kind, store.home, store.fingerprint_words, told, made_up=store.made_up
                )
                written = write_parts(wanted.out, [sheet])
        finally:
            line.end()
    for path in written:
        out.write(words.REPORT_DONE.format(file=path) + "\n")


def _check(wanted: Wanted) -> None:
    """What can be known before any work. Raises ``SetUpError``."""
    if wanted.out.suffix.lower() != ".pdf":
        raise SetUpError(words.OUT_NOT_PDF, file=wanted.out)
    if not wanted.out.absolute().parent.is_dir():
        raise SetUpError(words.OUT_NO_FOLDER, folder=wanted.out.absolute().parent)
    if wanted.out.is_dir():
        raise SetUpError(words.OUT_IS_FOLDER, file=wanted.out)
    if wanted.kind == EASY_READ and wanted.phrase_file is None:
        raise SetUpError(words.REPORT_NO_PHRASE)


def read_phrase(file: Path) -> str:
    """The first line of ``file``. Raises ``SetUpError`` when it cannot be read as text."""
    try:
        content = read_whole(file, _LONGEST_PHRASE_FILE)
    except OSError as error:
        raise SetUpError(refusal_of(error).value, file=file.name) from error
    if content.startswith(_UTF16_STARTS) or b"\0" in content:
        raise SetUpError(words.PHRASE_FILE_UTF16, file=file)
    try:
        text = content.decode("utf-8-sig")
    except ValueError as error:
        raise SetUpError(words.PHRASE_FILE_UNREADABLE, file=file) from error
    return text.splitlines()[0].strip() if text else ""


def _write_easy_read(
    wanted: Wanted, store: Store, pack: Pack, documents: DocumentMaker, told: Told, warn: TextIO
) -> list[Path]:
    assert wanted.phrase_file is not None, "checked before"
    opener = store.unlock(read_phrase(wanted.phrase_file))
    try:
        memory = PublicationMemory(opener, store, wanted.config)
        paper = _prepared(opener, store, pack, memory, wanted, warn)
        follow_up = wanted.follow_up
        told_next = replace(follow_up, ask=follow_up.ask or store.home.opener_name)
        facts = SaidFacts(made_on=date.today(), follow_up=told_next)
        parts = documents.people_said_parts(paper.public, facts, told)
        # Remembered first: a PDF that nobody remembers would be worse than a memory of one never given out.
        box = memory.sealed(paper.publication)
        memory.remember([paper.publication])
        parts = [carrying(part, box) for part in parts]
        return write_parts(wanted.out, parts)
    finally:
        opener.lock()


def _settle(memory: PublicationMemory, wanted: Wanted, whole: Summary) -> None:
    """Answers a doubt about earlier papers as was asked. Raises ``StoreError`` when nothing was."""
    doubt = memory.recall().doubt
    if doubt is None:
        return
    if wanted.last_paper is not None:
        memory.take_from(read_paper(wanted.last_paper))
    elif wanted.begin_anew:
        memory.begin_anew([line.session_id for line in whole.sessions])
    elif wanted.none_before:
        memory.none_before()
    else:
        raise StoreError(doubts.REPORT_DOUBT, why=doubts.DOUBT[doubt.value])


def _prepared(
    opener: Opener, store: Store, pack: Pack, memory: PublicationMemory, wanted: Wanted, warn: TextIO
) -> PreparedPaper:
    """What may be shown where nobody looks: no quotes, and nothing that the opener would be warned of."""
    opening, home = opener.open_all(), store.home
    if not opening.whole:
        warn.write(
            words.REPORT_NOT_WHOLE.format(
                missing=opening.missing,
                added=opening.added,
                damaged=opening.damaged,
                foreign=len(opening.foreign),
                unread=opening.unread,
                streamless=opening.streamless,
                newer=opening.newer,
            )
            + "\n"
        )
    sessions = tuple(opening.facts())
    whole = summarise(sessions, pack)
    _settle(memory, wanted, whole)
    basis = basis_of(whole, memory.recall().ledger, sessions, pack)
    choices = PublicationChoices(private_names=[name for name in (home.home_name, home.opener_name) if name])
    paper = prepare_careful(basis, choices, Store.new_session_id())
    if paper.public.warnings:
        warn.write(words.REPORT_WARNINGS.format(number=len(paper.public.warnings)) + "\n")
    return paper
