"""Flows by themselves, without a window: every press is answered by what is to be done now."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from duq_desktop.errors import ExpectedError
from duq_desktop.ui.flow.flow import (
    ANY,
    BACK,
    LEFT,
    NEXT,
    Choose,
    Do,
    Flow,
    Leave,
    Return,
    ReturnTo,
    Stay,
    Step,
    To,
)
from duq_desktop.ui.flow.flow_run import End, FlowRun, Perform, Said, Show, Tell
from tests.ui.flow.flow_shape import wrong_with


@dataclass(frozen=True)
class Tea:
    """What somebody wants in their cup, the word that opens the tin, and how often one was asked."""

    milk: str = ""
    word: str = ""
    is_open: bool = False
    asked: int = 0


@dataclass
class Sheet:
    """A page as a flow sees it: what was typed on it, and what it lacks."""

    typed: str = ""
    lacks: str = ""

    def missing(self) -> str:
        return self.lacks


def milk_of(tea: Tea, page: Sheet) -> Tea:
    return replace(tea, milk=page.typed)


def word_of(tea: Tea, page: Sheet) -> Tea:
    return replace(tea, word=page.typed)


def no_word(tea: Tea) -> Tea:
    return replace(tea, word="")


def tea_flow() -> Flow[Tea]:
    """Milk, then a word for the tin; sugar lies between for who has none."""
    opened = Choose[Tea](
        lambda tea: "yes" if tea.is_open else "no", {"yes": Leave("drunk"), "no": Stay("shut")}
    )
    return Flow.of(
        [
            Step(
                "milk",
                lambda tea: Sheet(tea.milk),
                {
                    NEXT: Choose[Tea](
                        lambda tea: "none" if tea.milk == "none" else "some",
                        {"none": To("sugar"), "some": To("word")},
                    ),
                    "again": To("milk"),
                    "away": Leave("away"),
                },
                take=milk_of,
                wrong=lambda tea, _page: "no cream" if tea.milk == "cream" else "",
                begin=lambda tea: replace(tea, asked=tea.asked + 1),
            ),
            Step("sugar", lambda tea: Sheet(), {NEXT: To("word"), "start": ReturnTo("milk")}),
            Step(
                "word",
                lambda tea: Sheet(tea.word),
                {
                    NEXT: Do("open the tin", opened, To("milk"), meanwhile="boiling"),
                    "try": Do("try", Return()),
                },
                take=word_of,
                drop=no_word,
            ),
            Step("boiling", lambda tea: Sheet(), {}),
        ],
        {"milk": To("milk"), "sugar": To("sugar"), "poured": Do("pour", To("word"), Leave("spilt"))},
    )


@pytest.fixture
def run() -> FlowRun[Tea]:
    run = FlowRun(tea_flow(), Tea())
    assert run.start() == Show("milk")
    return run


def at_word(run: FlowRun[Tea]) -> None:
    assert run.press(NEXT, Sheet("some")) == Show("word")


def test_next_takes_what_was_given_and_goes_on(run: FlowRun[Tea]) -> None:
    at_word(run)
    assert run.state.milk == "some"
    assert run.step.name == "word"


def test_a_rule_chooses_by_what_was_just_given(run: FlowRun[Tea]) -> None:
    assert run.press(NEXT, Sheet("none")) == Show("sugar")


def test_back_leads_where_one_came_from_and_keeps_what_was_given(run: FlowRun[Tea]) -> None:
    run.press(NEXT, Sheet("none"))
    assert run.press(NEXT, Sheet()) == Show("word")
    assert run.press(BACK, Sheet()) == Show("sugar")
    assert run.press(BACK, Sheet()) == Show("milk")
    assert run.page().typed == "none"
    assert run.press(BACK, Sheet("half a word")) == End(LEFT)


@pytest.mark.parametrize("page", [Sheet("cream"), Sheet("some", lacks="no cream")], ids=["wrong", "missing"])
def test_what_is_wrong_is_said_and_the_page_stands_with_what_was_typed(
    run: FlowRun[Tea], page: Sheet
) -> None:
    assert run.press(NEXT, page) == Tell(Said(sentence="no cream"))
    assert run.step.name == "milk"
    assert page.typed in {"cream", "some"}
    assert run.state == Tea(asked=1), "what is wrong is not taken"


def test_only_next_is_held_up_by_what_is_wrong(run: FlowRun[Tea]) -> None:
    assert run.press("away", Sheet("cream")) == End("away")


def test_a_press_that_no_step_knows_leads_nowhere(run: FlowRun[Tea]) -> None:
    assert run.press("dance", Sheet("some")) == Tell()
    assert run.step.name == "milk"


def test_the_same_step_again_makes_its_page_anew_and_begins_nothing(run: FlowRun[Tea]) -> None:
    assert run.press("again", Sheet("some")) == Show("milk")
    assert run.state == Tea("some", asked=1)
    assert run.press(BACK, Sheet()) == End(LEFT), "it stands once in the way that one came by"


def test_a_step_that_one_came_by_is_gone_back_to(run: FlowRun[Tea]) -> None:
    run.press(NEXT, Sheet("none"))
    assert run.press("start", Sheet()) == Show("milk")
    assert run.state.asked == 2, "one comes here anew"
    assert run.press(BACK, Sheet()) == End(LEFT)


def test_back_to_a_step_that_one_did_not_come_by_leaves() -> None:
    run = FlowRun(tea_flow(), Tea(), "sugar")
    assert run.start() == Show("sugar")
    assert run.press("start", Sheet()) == End(LEFT)


def test_work_is_named_and_what_it_ends_with_counts(run: FlowRun[Tea]) -> None:
    at_word(run)
    assert run.press(NEXT, Sheet("sesame")) == Perform("open the tin", meanwhile="boiling")
    assert run.is_working
    assert run.state.word == "sesame"
    assert run.page("boiling").typed == ""
    assert run.done(replace(run.state, is_open=True)) == End("drunk")


def test_work_that_found_nothing_may_lead_nowhere_and_say_so(run: FlowRun[Tea]) -> None:
    at_word(run)
    run.press(NEXT, Sheet("please"))
    assert run.done(run.state) == Tell(Said("shut"))
    assert run.step.name == "word"


def test_no_press_counts_while_work_is_under_way(run: FlowRun[Tea]) -> None:
    at_word(run)
    run.press(NEXT, Sheet("sesame"))
    assert run.press(BACK, Sheet()) == Tell()
    assert run.press(NEXT, Sheet("again")) == Tell()
    assert run.state.word == "sesame"


def test_what_failed_is_said_where_it_leads_and_takes_the_secret_along(run: FlowRun[Tea]) -> None:
    at_word(run)
    run.press(NEXT, Sheet("sesame"))
    trouble = ExpectedError("the lid is stuck")
    assert run.failed(trouble) == Show("milk", Said(trouble=trouble))
    assert run.state == Tea("some", asked=2)


def test_what_failed_without_leading_away_is_said_and_all_is_as_it_was(run: FlowRun[Tea]) -> None:
    at_word(run)
    run.press("try", Sheet("sesame"))
    trouble = ExpectedError("the lid is stuck")
    assert run.failed(trouble) == Tell(Said(trouble=trouble))
    assert run.state.word == "sesame"


def test_going_back_forgets_what_a_step_keeps_secret(run: FlowRun[Tea]) -> None:
    at_word(run)
    assert run.press(BACK, Sheet("sesame")) == Show("milk")
    assert run.state.word == ""


def test_leaving_forgets_everything(run: FlowRun[Tea]) -> None:
    at_word(run)
    run.press(NEXT, Sheet("sesame"))
    run.done(replace(run.state, is_open=True))
    assert run.is_over
    assert not [value for value in vars(run).values() if isinstance(value, Tea)]
    with pytest.raises(ValueError, match="left"):
        _ = run.state
    assert run.press(NEXT, Sheet("sesame")) == Tell()


def test_work_that_ends_after_the_flow_was_dropped_changes_nothing(run: FlowRun[Tea]) -> None:
    at_word(run)
    run.press(NEXT, Sheet("sesame"))
    run.forget()
    assert run.done(Tea(word="sesame")) == Tell()
    assert run.failed(ExpectedError("too late")) == Tell()
    assert run.is_over


def test_a_way_in_may_begin_with_work_and_what_fails_is_told_outside() -> None:
    run = FlowRun(tea_flow(), Tea(), "poured")
    assert run.start() == Perform("pour")
    assert run.done(Tea(milk="some")) == Show("word")
    assert run.press(BACK, Sheet()) == End(LEFT)
    run, trouble = FlowRun(tea_flow(), Tea(), "poured"), ExpectedError("the pot is broken")
    run.start()
    assert run.failed(trouble) == End("spilt", Said(trouble=trouble))


def test_a_press_that_has_no_way_of_its_own_may_have_one_with_all_others() -> None:
    step = Step[Tea, Sheet]("tins", lambda tea: Sheet(), {"look": Stay("none"), ANY: Leave("taken")})
    assert step.lead("look") == Stay("none")
    assert step.lead("7") == Leave("taken")
    assert step.lead(NEXT) == Stay()
    assert step.lead(BACK) == Return()


def test_two_steps_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="one name"):
        Flow.of([Step("milk", lambda tea: Sheet(), {}), Step("milk", lambda tea: Sheet(), {})])


def test_the_shape_of_a_flow_is_read_from_its_data() -> None:
    assert wrong_with(tea_flow()) == []
    bad: Flow[Tea] = Flow.of(
        [
            Step("milk", lambda tea: Sheet(), {NEXT: Choose(lambda tea: "a", {"a": To("lemon")})}),
            Step("sugar", lambda tea: Sheet(), {BACK: Leave()}),
        ],
        {"milk": To("milk"), "tea": To("tea")},
    )
    assert wrong_with(bad) == [
        "one comes in at tea, which is no step",
        "milk leads to lemon, which is no step",
        "sugar leads nowhere",
        "nothing leads to sugar",
    ]
