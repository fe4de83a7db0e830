"""Turns what was opened into ready words for the pages. Nothing is judged, nothing is shortened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from duq_desktop.content.model import Picture, Stream
from duq_desktop.figures.bars import STREAM_NAMES
from duq_desktop.interview.records import Near
from duq_desktop.ledger.entries import FailedAttempts
from duq_desktop.summary.model import SessionLine, Summary
from duq_desktop.summary.urgent_model import UrgentItem, UrgentKind
from duq_desktop.ui.opener.pages.cards_page import Card
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.words import family_staff, opener
from duq_desktop.words import opener_said as words

FEW_ATTEMPTS = 3
"""Fewer wrong phrases are taken for the opener's own slips."""
_ROLES = dict(family_staff.ROLES)


class Presenter:
    """The words for one pack, in one language."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._signs = {sign.id: sign for sign in tools.pack.signs}

    def date(self, day: str) -> str:
        """An ISO day in words; as it stands when it is none."""
        try:
            year, month, number = (int(part) for part in day.split("-"))
            named = self._text(opener.MONTHS[month - 1])
        except (ValueError, IndexError):
            return day
        return self._text(words.DATE, day=number, month=named, year=year)

    def stream(self, stream: Stream, role: str = "", *, known: bool = True) -> str:
        """The name of a stream, with the role of "others"; ``known`` is False where nothing names it."""
        name = self._text(STREAM_NAMES[stream] if known else words.STREAM_UNKNOWN)
        return f"{name} ({self.role(role)})" if role else name

    def role(self, role: str) -> str:
        """The words of a role; as it stands when it is not one of ours."""
        return self._text(_ROLES[role]) if role in _ROLES else role

    def sign(self, sign: str) -> str:
        """ "boat and key"; empty without a sign."""
        parts = [self._signs[one].label if one in self._signs else one for one in sign.split("+") if one]
        if len(parts) > 1:
            return self._text(words.SIGN, first=", ".join(parts[:-1]), second=parts[-1])
        return " ".join(parts)

    def sign_pictures(self, sign: str) -> tuple[Picture, ...]:
        """The pictures of a sign."""
        return tuple(self._signs[one].picture for one in sign.split("+") if one in self._signs)

    def answer(self, answer: str) -> str:
        """The words of an answer or non-answer."""
        option = self._tools.pack.options.get(answer)
        return option.label if option is not None else answer

    def near(self, near: Iterable[Near]) -> str:
        """Who was in the room; empty when it was never told."""
        told = [self._text(words.NEAR_WHO.get(one.value, one.value)) for one in near]
        return self._text(words.NEAR, who=", ".join(told)) if told else ""

    def who(self, stream: str, sign: str, day: str) -> str:
        """One line on who said something and when; ``stream`` in words."""
        parts = [stream, self.sign(sign), self.date(day)]
        return " · ".join(part for part in parts if part)

    def urgent_card(self, item: UrgentItem) -> Card:
        """What was said, word for word, who and when, and what was done about it."""
        kind = words.KINDS.get(item.kind.value, "")
        lines = [self._text(kind)] if kind else []
        stream = self.stream(item.stream, item.role, known=item.stream_known)
        lines.append(self.who(stream, item.sign, item.day))
        if item.near:
            lines.append(self.near(item.near))
        if not item.in_pack and item.question_id:
            lines.append(self._text(words.ASKED_BEFORE_LINE))
        if not item.took_part:
            lines.append(self._text(words.SAID_NO_TOO))
        said = []
        if item.answer:
            said.append(self._text(words.ANSWER, answer=self.answer(item.answer)))
        if item.then:
            said.append(self._text(words.CHANGED_TO, answer=self.answer(item.then)))
        by = [self._text(words.WORDS_BY[item.words_by])] if item.words_by in words.WORDS_BY else []
        done = [self._text(words.DONE, day=self.date(one.at[:10]), text=one.text) for one in item.done]
        return Card(
            key=item.key,
            title=self._title(item),
            lines=tuple(lines),
            quote=self._text(words.QUOTED, words=item.words) if item.words else "",
            pictures=self.sign_pictures(item.sign),
            said=tuple(said),
            after=(*by, *done),
            action=self._text(words.WRITE_MORE if item.done else words.WRITE_DONE),
        )

    def _title(self, item: UrgentItem) -> str:
        if item.kind is UrgentKind.TALK:
            return self._text(words.ASKS_TO_TALK, person=item.asked_for)
        topics = {"best": words.BEST, "change": words.CHANGE}
        if item.question_id and not item.prompt:
            return self._text(words.WORDING_LOST)
        return item.prompt or self._text(topics.get(item.topic, words.BEST))

    def attempts(self, found: Iterable[FailedAttempts]) -> str:
        """Failed attempts to unlock, day by day; "" for a slip or two."""
        days: Counter[str] = Counter()
        for each in found:
            days[each.day] += each.count
        if sum(days.values()) < FEW_ATTEMPTS:
            return ""
        told = [self._text(words.ATTEMPTS_DAY, day=self.date(day), number=days[day]) for day in sorted(days)]
        return self._text(words.ATTEMPTS, days=", ".join(told))

    def session_card(self, line: SessionLine) -> Card:
        """One session: who, when, how far, who helped."""
        text = self._text
        days = words.DAY_ONE if line.first_day == line.last_day else words.DAYS
        begun = [area for area in line.areas_begun if area not in line.areas_done]
        when = text(days, first=self.date(line.first_day), last=self.date(line.last_day))
        told = [
            f"{when}, {text(words.STATE[line.state.value])}",
            text(words.AREAS_DONE, areas=self.areas(line.areas_done)),
            *([text(words.AREAS_BEGUN, areas=self.areas(begun))] if begun else []),
            text(words.HOW_MANY, met=line.met, answered=line.answered),
            text(
                words.SUPPORT_LINE,
                how=", ".join(text(words.SUPPORT[kind.value]) for kind in line.support)
                or text(words.NO_AREA),
            ),
        ]
        if line.helpers:
            who = ", ".join(text(words.NEAR_WHO.get(one, one)) for one in line.helpers)
            told.append(text(words.HELPED, who=who))
        if line.near:
            told.append(self.near(line.near))
        if line.two_answers:
            told.append(text(words.TWO_ANSWERS))
        if line.missing:
            told.append(text(words.SESSION_MISSING, number=line.missing))
        if line.newer:
            told.append(text(words.SESSION_NEWER, number=line.newer))
        if line.made_up:
            told.append(text(words.MADE_UP_SESSION))
        stream = self.stream(line.stream, line.role, known=line.stream_known)
        title = " · ".join(part for part in (stream, self.sign(line.sign)) if part)
        return Card(
            key=line.session_id,
            title=title,
            lines=tuple(told),
            pictures=self.sign_pictures(line.sign),
            action=text(words.FULL_COPY),
        )

    def areas(self, ids: Sequence[str]) -> str:
        """The short titles of areas."""
        titles = {area.id: area.short_title for area in self._tools.pack.areas}
        return ", ".join(titles.get(one, one) for one in ids) or self._text(words.NO_AREA)

    def took_part(self, summary: Summary) -> str:
        """How many of each stream took part, side by side."""
        told = [
            self._text(words.TOOK_PART, stream=self._text(STREAM_NAMES[each.stream]), number=each.people)
            for each in summary.took_part
            if each.people
        ]
        if not told:
            return self._text(words.TOOK_PART_NOBODY)
        return self._text(words.TOOK_PART_LINE, streams=", ".join(told))

    def _text(self, message: str, **values: object) -> str:
        return self._tools.text(message, **values)
