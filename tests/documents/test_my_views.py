"""“My views”: what the person said, all of it and no more, made in memory."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from duq_desktop.documents import my_views
from duq_desktop.documents.my_views import Holds, MyViews, MyViewsEntry
from duq_desktop.words import printed
from tests.documents import kit


def entries(count: int, words: str | None = None) -> list[MyViewsEntry]:
    questions = list(kit.pack().questions())
    marks = kit.pictures()
    return [
        MyViewsEntry(
            area_title=f"Area {number // 8}",
            question_prompt=f"Number {number}: {questions[number].prompt}",
            picture=list(marks.values())[number],
            answer_label=("Yes", "Sometimes", "No", "I don't want to say")[number % 4],
            answer_picture=(marks["mark-yes"], marks["mark-sometimes"], marks["mark-no"], None)[number % 4],
            words=words,
        )
        for number in range(count)
    ]


def made(views: MyViews, *, made_up: bool = False) -> bytes:
    return kit.pdf_of(my_views.document(views, kit.materials(made_up=made_up)))


def test_it_conforms_and_reads_well_aloud(tmp_path: Path) -> None:
    pdf = made(MyViews(entries(20, "I like it."), best="My garden.", change="The rota."))
    assert kit.failures(pdf, tmp_path) == []
    assert kit.errors_aloud(pdf, tmp_path) == []


@pytest.mark.parametrize("count", [0, 1, 40])
def test_as_many_answers_come_out_as_go_in(count: int, tmp_path: Path) -> None:
    given = entries(count)
    pdf = made(MyViews(given))
    text = kit.text_of(pdf)
    assert text.count("Number ") == count
    assert all(entry.question_prompt in text for entry in given)
    assert kit.failures(pdf, tmp_path) == []


def test_it_says_when_it_holds_only_a_part() -> None:
    whole = kit.text_of(made(MyViews(entries(2))))
    today = kit.text_of(made(MyViews(entries(2), Holds.TODAY)))
    full = kit.text_of(made(MyViews(entries(2), Holds.FULL, opener_name="Priya Shah")))
    assert printed.MY_VIEWS_ALL in whole
    assert printed.MY_VIEWS_TODAY in today
    assert printed.MY_VIEWS_TODAY_ONLY in today
    assert "Priya Shah made it for you." in full
    assert printed.MY_VIEWS_SOME in whole
    assert printed.MY_VIEWS_SOME not in full
    for text in (whole, today, full):
        assert "Whoever finds it can read it." in text


def test_made_up_answers_are_marked_on_each_page() -> None:
    pdf = made(MyViews(entries(20)), made_up=True)
    assert kit.text_of(pdf).count(printed.MADE_UP_MARK) >= kit.pages_of(pdf)
    assert printed.MADE_UP_MARK not in kit.text_of(made(MyViews(entries(2))))


def test_hostile_words_do_not_break_it(tmp_path: Path) -> None:
    given = [
        MyViewsEntry(text or "Area", text or "Question?", None, text or "Yes", None, text)
        for text in kit.HOSTILE
    ]
    pdf = made(MyViews(given, best=kit.HOSTILE[0], change=kit.HOSTILE[1]))
    assert kit.failures(pdf, tmp_path) == []
    text = kit.text_of(pdf)
    assert 'I like it [grinning face] <b>& "you"</b> {name} %s' in text
    assert "[written in Arabic]" in text
    assert "[written in Bengali]" in text


def test_words_longer_than_a_page_are_all_there(tmp_path: Path) -> None:
    words = " ".join(f"w{number}." for number in range(1500))
    pdf = made(MyViews(entries(1, words)))
    text = kit.text_of(pdf)
    assert [f"w{number}." in text for number in range(1500)] == [True] * 1500
    assert kit.failures(pdf, tmp_path) == []


class Watch:
    """Notes every file that is opened for writing while it is on. An audit hook cannot be taken off."""

    def __init__(self) -> None:
        self.on = False
        self.written: list[object] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.on or event not in ("open", "tempfile.mkstemp", "tempfile.mkdtemp"):
            return
        mode = arguments[1] if event == "open" else "w"
        if isinstance(mode, str) and set(mode) & set("wax+"):
            self.written.append(arguments[0])


def test_it_is_made_without_any_file(tmp_path: Path) -> None:
    watch = Watch()
    given = MyViews(entries(12, "My words."))
    watch.on = True
    try:
        made(given)
        assert watch.written == []
        (tmp_path / "seen").write_bytes(b"")
    finally:
        watch.on = False
    assert watch.written, "the watch does see a file that is written"
