"""The sample: a whole folder of made-up sessions, given through the same pages and the same seal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from duq_desktop import paths
from duq_desktop.cli import main
from duq_desktop.content.load import load_pack
from duq_desktop.content.model import Pack, Stream
from duq_desktop.errors import SetUpError
from duq_desktop.interview.records import AnswerFormat, AnswerStatus, OpenedSession, RecordKind, Support
from duq_desktop.interview.session_reader import read_session
from duq_desktop.sample.fill import most_people
from duq_desktop.sample.home import made_up_home
from duq_desktop.sample.make import make_sample
from duq_desktop.sample.people import Numbers
from duq_desktop.store.inbox.store import Store
from duq_desktop.summary.summarise import summarise
from duq_desktop.summary.urgent import urgent
from duq_desktop.vault.slots import Cost

SMALL = Numbers(people=6, families=2, staff=2)


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(paths.packs_folder() / "duq-code")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, pack: Pack) -> tuple[Path, str]:
    """The sample of the usual size, with its pass phrase."""
    folder = tmp_path_factory.mktemp("sample")
    return folder, make_sample(folder, pack, Numbers(), seed=1)


@pytest.fixture(scope="session")
def sessions(sample: tuple[Path, str]) -> Sequence[OpenedSession]:
    return read(*sample)


def read(folder: Path, phrase: str) -> Sequence[OpenedSession]:
    with Store.open(folder) as store:
        opening = store.unlock(phrase).open_all()
        assert opening.whole
        return opening.sessions


def of(sessions: Sequence[OpenedSession], stream: Stream) -> list[OpenedSession]:
    return [each for each in sessions if each.stream is stream]


def test_there_are_as_many_as_asked_for_and_all_are_labelled(sessions: Sequence[OpenedSession]) -> None:
    others = len(of(sessions, Stream.STAFF)) + len(of(sessions, Stream.OTHER))
    assert (len(of(sessions, Stream.PERSON)), len(of(sessions, Stream.FAMILY)), others) == (24, 12, 20)
    assert all(each.made_up for each in sessions)


def test_the_whole_folder_is_marked_made_up(sample: tuple[Path, str]) -> None:
    with Store.open(sample[0]) as store:
        assert store.made_up
        assert store.backup_trouble is None


def test_every_question_of_every_area_is_answered_by_somebody(
    sessions: Sequence[OpenedSession], pack: Pack
) -> None:
    for area in summarise([read_session(each) for each in sessions], pack).areas:
        for question in area.questions:
            main_group = question.groups[0]
            assert main_group.three.answered + main_group.two.answered, question.question.id


def test_yes_no_stopping_and_another_day_all_occur(sessions: Sequence[OpenedSession]) -> None:
    people = of(sessions, Stream.PERSON)
    assert any(read_session(each).refused for each in people)
    assert any(read_session(each).ended is RecordKind.STOPPED for each in people)
    began = [sum(record.kind is RecordKind.BEGAN for record in each.records) for each in people]
    assert 2 in began, "somebody came back another day"
    still_open = [each for each in people if each.place.state == "open"]
    assert still_open, "somebody is still to come back"
    assert all(each.sign for each in still_open)


def test_helpers_two_answers_non_answers_and_words_with_and_without_permission_occur(
    sessions: Sequence[OpenedSession],
) -> None:
    answers = [answer for each in sessions for answer in read_session(each).answers]
    assert {answer.support for answer in answers} == set(Support)
    assert {answer.format for answer in answers} == set(AnswerFormat)
    assert {answer.status for answer in answers} == set(AnswerStatus)
    assert {answer.may_quote for answer in answers if answer.words} == {True, False}
    assert {answer.words_by for answer in answers if answer.words} == {"typed", "pictures"}
    assert any(answer.changed for answer in answers)


def test_worries_and_requests_to_talk_come_first_for_the_opener(
    sessions: Sequence[OpenedSession], pack: Pack
) -> None:
    found = urgent([read_session(each) for each in sessions], pack)
    assert len(found.talk) >= 2
    assert len(found.worrying) >= 3
    assert len(found.words) >= 30


def test_no_two_have_one_sign(sessions: Sequence[OpenedSession]) -> None:
    signs = [frozenset(each.sign.split("+")) for each in sessions if each.sign]
    assert len(set(signs)) == len(signs) > 20


def said(sessions: Sequence[OpenedSession]) -> list[list[dict[str, Any]]]:
    return [[dict(record.body) for record in each.records] for each in sessions]


def test_the_seed_decides_what_is_said_and_no_key(tmp_path: Path, pack: Pack) -> None:
    made = [make_sample(tmp_path / name, pack, SMALL, seed) for name, seed in (("a", 7), ("b", 7), ("c", 8))]
    assert len(set(made)) == 3
    first, again, other = (read(tmp_path / name, phrase) for name, phrase in zip("abc", made, strict=True))
    assert said(first) == said(again) != said(other)
    assert {each.session_id for each in first}.isdisjoint(each.session_id for each in again)
    with Store.open(tmp_path / "a") as one, Store.open(tmp_path / "b") as two:
        assert one.fingerprint != two.fingerprint


def test_a_folder_that_holds_anything_is_refused_untouched(tmp_path: Path, pack: Pack) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(SetUpError, match="not empty"):
        make_sample(tmp_path, pack, SMALL, seed=1)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_one_that_is_broken_off_leaves_nothing(tmp_path: Path, pack: Pack) -> None:
    def break_off(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_sample(tmp_path, pack, SMALL, seed=1, progress=break_off)
    assert list(tmp_path.iterdir()) == []


def test_more_people_than_signs_are_refused(tmp_path: Path, pack: Pack) -> None:
    with pytest.raises(SetUpError, match=str(most_people(pack))):
        make_sample(tmp_path, pack, Numbers(people=most_people(pack) + 1), seed=1)
    assert list(tmp_path.iterdir()) == []


def test_the_command_ends_with_the_phrase_that_opens_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new"
    asked = ["sample", str(folder), "--people", "3", "--families", "1", "--staff", "1", "--seed", "5"]
    assert main(asked) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-2] == "Made-up sessions: 5 of 5"
    label, _, phrase = lines[-1].partition(": ")
    assert (label, len(phrase.split())) == ("Pass phrase", 4)
    assert len(read(folder, phrase)) == 5


def test_the_command_says_in_a_sentence_why_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    assert main(["sample", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert "not empty" in told.err
    assert "Traceback" not in told.err
    assert told.out == ""


@pytest.mark.parametrize("number", ["-1", "many", "²", "99999"])
def test_numbers_that_are_none_are_told(number: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["sample", str(tmp_path / "new"), "--people", number])
    assert ended.value.code == 2


def test_only_a_made_up_folder_may_be_written_without_waiting(tmp_path: Path, pack: Pack) -> None:
    Store.set_up(tmp_path, made_up_home(5), "fern otter moon lamp", cost=Cost(1, 8192))
    with Store.open(tmp_path) as store, pytest.raises(ValueError, match="made-up"), store.all_at_once():
        pass
