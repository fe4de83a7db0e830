"""One of many, by mouse, by keys and by a screen reader's own actions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest

from duq_desktop.ui.widgets import AnswerCard, AnswerSet, KeyGuard, QuietChoice


@pytest.fixture
def answers(qtbot):
    made = AnswerSet(
        [AnswerCard("yes", "Yes"), AnswerCard("sometimes", "Sometimes"), AnswerCard("no", "No")],
        [QuietChoice("dont_know", "I don't know")],
        hear="Hear",
    )
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def said(answers):
    heard: list[str | None] = []
    answers.answered.connect(heard.append)
    return heard


def card(answers, option_id):
    return next(choice for choice in answers.choices if choice.option_id == option_id)


def test_pressing_another_answer_leaves_one_chosen(qtbot, answers, said):
    qtbot.mouseClick(card(answers, "yes"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card(answers, "dont_know"), Qt.MouseButton.LeftButton)
    assert said == ["yes", "dont_know"]
    assert [choice.isChecked() for choice in answers.choices] == [False, False, False, True]


def test_pressing_the_chosen_answer_again_takes_it_back(qtbot, answers, said):
    qtbot.mouseClick(card(answers, "no"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card(answers, "no"), Qt.MouseButton.LeftButton)
    assert said == ["no", None]
    assert answers.chosen is None


def test_sliding_off_a_card_chooses_nothing(qtbot, answers, said):
    yes = card(answers, "yes")
    QTest.mousePress(yes, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseRelease(yes, Qt.MouseButton.LeftButton, pos=QPoint(20, yes.height() + 200))
    assert said == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_both_choose(qtbot, qapp, answers, said, key):
    guard = KeyGuard()
    qapp.installEventFilter(guard)
    card(answers, "sometimes").setFocus()
    qtbot.keyClick(card(answers, "sometimes"), key)
    qapp.removeEventFilter(guard)
    assert said == ["sometimes"]


@pytest.mark.parametrize("action", ["toggleAction", "pressAction"])
def test_a_screen_readers_actions_choose(qtbot, answers, said, action):
    interface = QAccessible.queryAccessibleInterface(card(answers, "no"))
    name = getattr(QAccessibleActionInterface, action)()
    actions = interface.actionInterface()
    assert name in actions.actionNames()
    with qtbot.waitSignal(answers.answered):
        actions.doAction(name)
    assert said == ["no"]


def test_a_card_is_a_check_box_and_says_its_state(answers):
    answers.choose("yes")
    interface = QAccessible.queryAccessibleInterface(card(answers, "yes"))
    assert interface.role() == QAccessible.Role.CheckBox
    assert interface.text(QAccessible.Text.Name) == "Yes"
    assert interface.state().checked
    assert not QAccessible.queryAccessibleInterface(card(answers, "no")).state().checked


def test_hearing_is_not_choosing(qtbot, answers, said):
    with qtbot.waitSignal(answers.heard) as heard:
        qtbot.mouseClick(answers.hear_buttons["yes"], Qt.MouseButton.LeftButton)
    assert heard.args == ["yes"]
    assert said == []
    assert answers.hear_buttons["yes"].accessibleName() == "Hear: Yes"


def test_choosing_in_code_says_it_once(answers, said):
    answers.choose("yes")
    answers.choose("no")
    answers.choose(None)
    answers.choose(None)
    assert said == ["yes", "no", None]


def test_an_unknown_answer_is_an_error(answers):
    with pytest.raises(KeyError):
        answers.choose("perhaps")


def test_the_chosen_card_shows_it_by_shape_and_not_by_colour_alone(qtbot, answers):
    """In grey, and with every ground taken for the same, the edge of the chosen card is thicker."""
    answers.choose("yes")
    answers.hear_buttons["no"].setFocus()

    def edge(option_id):
        widget = card(answers, option_id)
        image = widget.grab().toImage()
        greys = [image.pixelColor(x, widget.height() // 2).lightness() for x in range(6, 20)]
        ground = greys[-1]
        return sum(abs(grey - ground) > 60 for grey in greys)

    assert edge("no") <= 2
    assert edge("yes") >= 5
