"""What made-up respondents think: how good each thing is for each stream, and what they say about it.

The home of the sample is kind but short of staff: people know and like those who help them, are bored at
weekends, and wait for promises. Staff see it rosier than people do, families are in between: a difference
between streams is what the summary is for.
"""

from __future__ import annotations

from random import Random

from duq_desktop.content.model import Question, Stream
from duq_desktop.interview.inputs import AnswerGiven, WordsGiven
from duq_desktop.interview.records import AnswerStatus
from duq_desktop.sample.people import Who
from duq_desktop.words import sample as words

_AREAS = {"support": 0.60, "life": 0.48, "happy": 0.66, "culture": 0.58, "leaders": 0.44}
_STREAMS = {Stream.PERSON: 0.0, Stream.FAMILY: 0.03, Stream.STAFF: 0.14, Stream.OTHER: 0.12}
_TOPICS = {
    "know-staff": 0.12,
    "like-staff": 0.20,
    "boring-days": -0.12,
    "choose-who-you-live-with": -0.25,
    "go-out": -0.10,
    "make-your-meals": 0.15,
    "kind-staff": 0.15,
    "anyone-scares-you": 0.10,
    "shout": 0.08,
    "keep-promises": -0.15,
    "rota-decides": -0.35,
    "board-sees-daily-life": -0.20,
    "find-work": -0.25,
    "worried-for-someone": -0.12,
}
"""How much better or worse than its area a question is, by the last part of its id."""

_SPREAD = 0.2
_GOOD, _MIXED = 0.56, 0.40
_NON_ANSWERS = (
    (AnswerStatus.DONT_KNOW, 0.05),
    (AnswerStatus.DONT_WANT_TO_SAY, 0.025),
    (AnswerStatus.DONT_UNDERSTAND, 0.02),
    (AnswerStatus.LATER, 0.03),
)
_TALKATIVE = {Stream.PERSON: 0.5, Stream.FAMILY: 0.7, Stream.STAFF: 0.6, Stream.OTHER: 0.6}
_MAY_QUOTE = 0.6


class Opinions:
    """Hands out answers; each sentence is said by one respondent only."""

    def __init__(self) -> None:
        self._said: set[str] = set()

    def answer(self, question: Question, who: Who, chance: Random) -> AnswerGiven:
        """What ``who`` gives to ``question``, now and then with words."""
        status = self._non_answer(who, chance)
        if status is not None:
            return AnswerGiven(status)
        level = self._level(question, who, chance)
        answer = {"good": "yes", "mixed": "sometimes", "bad": "no"}[level]
        if question.reverse and answer != "sometimes":
            answer = "no" if answer == "yes" else "yes"
        if who.says_yes:
            return AnswerGiven(AnswerStatus.ANSWERED, "yes")
        told = self._words(words.SAID.get(question.id, {}).get(level, ()), _TALKATIVE[who.stream], chance)
        return AnswerGiven(AnswerStatus.ANSWERED, answer, told.words, told.words_by, told.may_quote)

    def closing(self, topic: str, who: Who, chance: Random) -> WordsGiven:
        """Words on what is ``best`` or what to ``change``, or none."""
        pool = words.BEST if topic == "best" else words.CHANGE
        return self._words(pool[who.stream.asked_as.value], 0.4, chance)

    def _non_answer(self, who: Who, chance: Random) -> AnswerStatus | None:
        drawn = chance.random()
        for status, share in _NON_ANSWERS:
            drawn -= share
            if drawn < 0:
                return status
        not_theirs = who.stream.asked_as is Stream.STAFF and chance.random() < 0.04
        return AnswerStatus.NOT_MY_WORK if not_theirs else None

    def _level(self, question: Question, who: Who, chance: Random) -> str:
        topic = question.id.rpartition(".")[2]
        good = _AREAS.get(question.area_id, 0.55) + _STREAMS[who.stream] + _TOPICS.get(topic, 0.0)
        felt = chance.gauss(good + who.mood, _SPREAD)
        if who.two_answers:
            return "good" if felt >= (_GOOD + _MIXED) / 2 else "bad"
        return "good" if felt >= _GOOD else "mixed" if felt >= _MIXED else "bad"

    def _words(self, pool: words.Sentences, how_often: float, chance: Random) -> WordsGiven:
        left = [sentence for sentence in pool if sentence not in self._said]
        if chance.random() >= how_often or not left:
            return WordsGiven()
        sentence = chance.choice(left)
        self._said.add(sentence)
        by = "pictures" if sentence.islower() else "typed"
        return WordsGiven(sentence, by, chance.random() < _MAY_QUOTE)
