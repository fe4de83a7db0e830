"""What a person takes away of what they said in this sitting: gathered in memory, nothing stored.

Answers about harm and added words stay out unless the person puts them in; each answer can be left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from duq_desktop.content.model import Pack
from duq_desktop.interview.inputs import AnswerGiven, AnswersGiven, Given, WordsGiven
from duq_desktop.interview.session import Session

BEST, CHANGE = "best", "change"


@dataclass(frozen=True)
class OwnCopy:
    """What goes into one copy: answers by question id in the order of the pack, and the words of the end.

    ``only_today``: what was said on other days is locked and not in it.
    """

    answers: tuple[tuple[str, AnswerGiven], ...] = ()
    best: str = ""
    change: str = ""
    only_today: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to copy."""
        return not (self.answers or self.best or self.change)

    @property
    def has_words(self) -> bool:
        """Whether the person added words anywhere."""
        return bool(self.best or self.change or any(each.words.strip() for _, each in self.answers))


def said_so_far(session: Session, given: Given | None = None) -> OwnCopy:
    """All that was said in this sitting. ``given`` is what stands on the page that is not left yet.

    It holds only today when the session goes on from another day, or on another day (``given`` is there).
    """
    answers = dict(session.answers)
    if isinstance(given, AnswersGiven):
        answers |= {name: each for name, each in given.answers if each.status or each.words}
    words = {topic: each.words.strip() for topic, each in session.facts.words.items()}
    if isinstance(given, WordsGiven):
        words |= {session.step.page.value: given.words.strip()}
    return OwnCopy(
        tuple((each.id, answers[each.id]) for each in session.pack.questions() if each.id in answers),
        words.get(BEST, ""),
        words.get(CHANGE, ""),
        only_today=session.facts.again or given is not None,
    )


def about_harm(copy: OwnCopy, pack: Pack) -> frozenset[str]:
    """The ids of the questions in it that can bring up harm."""
    return frozenset(name for name, _ in copy.answers if pack.question(name).offers_help)


def chosen(copy: OwnCopy, left_out: frozenset[str], *, with_words: bool) -> OwnCopy:
    """The copy without the answers ``left_out``, and without any added words unless they are wanted."""
    kept = tuple((name, each) for name, each in copy.answers if name not in left_out)
    if with_words:
        return replace(copy, answers=kept)
    bare = tuple((name, replace(each, words="", words_by="")) for name, each in kept)
    return replace(copy, answers=bare, best="", change="")
