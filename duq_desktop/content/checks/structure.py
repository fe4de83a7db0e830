"""Whether the parts of a pack fit together: references, flags, answers, practice, released ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from duq_desktop.content.build import ASKED_STREAMS, OPTION_IDS, PACK_FILE
from duq_desktop.content.model import Area, Pack, Question, Stream
from duq_desktop.content.problems import Findings
from duq_desktop.words import pack as words

BOARD_LIMIT = 48
SIGNS_LEAST, SIGNS_MOST = 12, 40
PAGES_APART = 3
RELEASED_FILE = "released.toml"


def check_structure(pack: Pack, findings: Findings) -> None:
    """Note what does not fit in ``pack``, whatever its language."""
    for area in pack.areas:
        _check_area(area, findings)
    _check_options(pack, findings)
    _check_practice(pack, findings)
    if len(pack.board) > BOARD_LIMIT:
        where = (PACK_FILE, "board_groups")
        findings.add(where, words.BOARD_FULL, count=len(pack.board), limit=BOARD_LIMIT)
    if not SIGNS_LEAST <= len(pack.signs) <= SIGNS_MOST:
        findings.add((PACK_FILE, "signs"), words.SIGN_COUNT, count=len(pack.signs))


def check_released(pack: Pack, released: Mapping[str, Any], findings: Findings) -> None:
    """Note released ids that are gone, and retired ones that came back."""
    present = {question.id for question in pack.questions()}
    retired = set(released["retired"])
    for gone in [each for each in released["ids"] if each not in present | retired]:
        findings.add((RELEASED_FILE, "ids"), words.RELEASED_GONE, id=gone)
    for used in [each for each in released["retired"] if each in present]:
        findings.add((RELEASED_FILE, "retired"), words.RETIRED_USED, id=used)


def _check_area(area: Area, findings: Findings) -> None:
    where = (PACK_FILE, f"areas {area.id}")
    for stream in ASKED_STREAMS:
        asked = area.questions_for(stream)
        if not asked:
            findings.add(where, words.NO_QUESTIONS, stream=stream.value)
        _check_order(asked, findings)
    person = area.questions_for(Stream.PERSON)
    short = area.questions_for(Stream.PERSON, short=True)
    _check_order(short, findings)
    if person and not any(question.reverse for question in person):
        findings.add(where, words.NO_REVERSE)
    if person and not any(question.feelings for question in person):
        findings.add(where, words.NO_FEELINGS)
    if person and not 0 < len(short) < len(person):
        findings.add(where, words.SHORT_COUNT, count=len(short))
    for question in area.questions:
        _check_references(question, area, findings)


def _check_order(asked: Sequence[Question], findings: Findings) -> None:
    """Reverse questions: never last, and some pages from their opposite."""
    if asked and asked[-1].reverse:
        findings.add(_at(asked[-1]), words.REVERSE_LAST)
    pages = {question.id: page for page, question in enumerate(asked)}
    for question in asked:
        opposite = question.reverse_of
        if opposite in pages and abs(pages[opposite] - pages[question.id]) < PAGES_APART:
            findings.add(_at(question), words.REVERSE_NEAR, id=opposite)


def _check_references(question: Question, area: Area, findings: Findings) -> None:
    where = _at(question)
    person = {each.id for each in area.questions_for(Stream.PERSON)}
    if question.reverse_of is not None:
        if not question.reverse:
            findings.add(where, words.REVERSE_LONE)
        if question.reverse_of not in {each.id for each in area.questions if each.stream is question.stream}:
            findings.add(where, words.NO_SUCH, key="reverse_of", id=question.reverse_of)
    if question.mirrors is not None and (question.mirrors not in person or question.stream is Stream.PERSON):
        findings.add(where, words.MIRROR_STREAM, key="mirrors", id=question.mirrors)
    if question.short and question.stream is not Stream.PERSON:
        findings.add(where, words.SHORT_NOT_PERSON)


def _check_options(pack: Pack, findings: Findings) -> None:
    where = (PACK_FILE, "options")
    for missing in [each for each in OPTION_IDS if each not in pack.options]:
        findings.add(where, words.MISSING_OPTION, id=missing)
    for unknown in [each for each in pack.options if each not in OPTION_IDS]:
        findings.add(where, words.UNKNOWN_OPTION, id=unknown, known=", ".join(OPTION_IDS))


def _check_practice(pack: Pack, findings: Findings) -> None:
    for each in pack.practice:
        if each.expected not in OPTION_IDS:
            where = (PACK_FILE, f"practice {each.id}")
            findings.add(where, words.NO_SUCH, key="expected", id=each.expected)
    given = [each.expected for each in pack.practice if each.expected in ("yes", "sometimes", "no")]
    if given.count("no") * 2 < len(given):
        findings.add((PACK_FILE, "practice"), words.PRACTICE_NO)


def _at(question: Question) -> tuple[str, str]:
    return PACK_FILE, f"questions {question.id}"
