"""The answers area by area: each group's bars side by side, what was asked, where groups differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from duq_desktop.content.model import Stream
from duq_desktop.figures.alt import alt_text
from duq_desktop.figures.bars import STREAM_NAMES, chart, key_of
from duq_desktop.figures.model import BarChart
from duq_desktop.summary.model import AreaSummary, CareNote, Finding, GroupAnswers, QuestionSummary, Side
from duq_desktop.ui.opener.opened_room import RoomPages
from duq_desktop.ui.opener.pages.opener_page import AWAY_CONTROLS, DeskPage
from duq_desktop.ui.opener.pages.said_pages import ChartsPage, ChartText
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.notices import Progress
from duq_desktop.words import opener_said as words

NOTES_ON_A_PAGE = 20


class AreaPages(RoomPages):
    """A list of the areas, then one area's bars; Next goes on to the next area."""

    def show(self) -> None:
        """The list."""
        summary = self.room.reading().summary
        page = DeskPage(
            self.parts.tools,
            self.text(words.AREAS_TITLE),
            lines=[("", self.text(words.AREAS_LINE)), ("", self.text(words.NO_SCORE))],
            controls=AWAY_CONTROLS,
        )
        for number, area in enumerate(summary.areas):
            page.add_action(str(number), area.area.title, picture=area.area.picture)
        if summary.asked_before:
            page.add_action("before", self.text(words.ASKED_BEFORE_TITLE))
        if summary.care:
            page.add_action("care", self.text(words.CARE_TITLE))
        page.acted.connect(self._on_act)
        page.back_pressed.connect(self.room.show_whole)
        self.put(page)

    def _on_act(self, name: str) -> None:
        if name == "care":
            self._show_care()
        elif name == "before":
            self._show_asked_before()
        else:
            self._show_area(int(name))

    def _show_asked_before(self) -> None:
        """What was said to questions that the pack has no more: a group of its own, at the end."""
        summary = self.room.reading().summary
        lines = [
            ("", self.text(words.ASKED_BEFORE_ABOUT)),
            ("", self.text(words.ASKED_BEFORE_COUNT, number=summary.not_in_pack)),
        ]
        charts = [self._chart(one, [], None) for one in summary.asked_before]
        page = ChartsPage(self.parts.tools, self.text(words.ASKED_BEFORE_TITLE), charts, lines)
        page.next_pressed.connect(self.show)
        page.back_pressed.connect(self.show)
        self.put(page)

    def _show_area(self, number: int) -> None:
        areas = self.room.reading().summary.areas
        area = areas[number]
        lines = [("", self._took_part(area))]
        if area.left_out:
            lines.append(("", self.text(words.AREA_LEFT_OUT, number=area.left_out)))
        if self.parts.tools.pack.draft:
            lines.append(("", self.text(words.DRAFT)))
        page = ChartsPage(self.parts.tools, area.area.title, self._charts(area), lines)
        last = number + 1 == len(areas)
        page.next_pressed.connect(self.show if last else lambda: self._show_area(number + 1))
        page.back_pressed.connect(self.show)
        self.put(page)

    def _took_part(self, area: AreaSummary) -> str:
        told = [
            self.text(words.TOOK_PART, stream=self.text(STREAM_NAMES[stream]), number=number)
            for stream, number in area.took_part.items()
            if number
        ]
        return self.text(words.AREA_TOOK_PART, streams=", ".join(told) or self.text(words.NO_AREA))

    def _charts(self, area: AreaSummary) -> list[ChartText]:
        """A person's question with those that mirror it; then what only others were asked."""
        findings = {finding.question_id: finding for finding in area.findings}
        people = [one for one in area.questions if one.question.stream is Stream.PERSON]
        ids = {one.question.id for one in people}
        shown = []
        for one in people:
            mirrors = [each for each in area.questions if each.question.mirrors == one.question.id]
            shown.append(self._chart(one, mirrors, findings.get(one.question.id)))
        for other in area.questions:
            if other.question.stream is not Stream.PERSON and other.question.mirrors not in ids:
                shown.append(self._chart(other, [], None))
        return shown

    def _chart(
        self, first: QuestionSummary, mirrors: Sequence[QuestionSummary], finding: Finding | None
    ) -> ChartText:
        lines = []
        if first.question.stream is not Stream.PERSON:
            only = self.text(STREAM_NAMES[first.question.stream])
            lines.append(self.text(words.ASKED_ONLY, stream=only.lower()))
        for each in mirrors:
            stream = self.text(STREAM_NAMES[each.question.stream])
            lines.append(self.text(words.ASKED_AS, stream=stream, prompt=each.question.prompt))
        for each in (first, *mirrors):
            if each.wordings:
                told = " · ".join(f"“{wording}”" for wording in each.wordings)
                lines.append(self.text(words.WORDINGS, wordings=told))
        make = self._maker([first, *mirrors])
        return ChartText(
            title=first.question.prompt,
            lines=tuple(lines),
            make=make,
            alt=alt_text(make(0.08), self.parts.tools.words),
            finding=self._finding(finding) if finding is not None and finding.differ else "",
        )

    def _maker(self, questions: Sequence[QuestionSummary]) -> Callable[[float], BarChart]:
        tools = self.parts.tools
        labels = {name: option.label for name, option in tools.pack.options.items()}
        split = [self._by_role(one) for one in questions]

        def make(plate: float) -> BarChart:
            bars = [bar for one in split for bar in chart(one, labels, tools.words, plate=plate).bars]
            return BarChart(questions[0].question.prompt, tuple(bars), key_of(bars, labels))

        return make

    def _by_role(self, one: QuestionSummary) -> QuestionSummary:
        """The opener sees "others" by role; a role in the words of the app."""
        if not one.by_role:
            return replace(one, groups=tuple(group for group in one.groups if self._is_shown(group)))
        roles = tuple(
            replace(group, role=self.room.telling.role(group.role) if group.role else "")
            for group in one.by_role
        )
        others = tuple(group for group in one.groups if group.stream is not Stream.OTHER)
        return replace(one, groups=others + roles)

    @staticmethod
    def _is_shown(group: GroupAnswers) -> bool:
        """ "Others" whom nobody is of go without saying; the three large streams do not."""
        return bool(group.met) or group.stream is not Stream.OTHER

    def _finding(self, finding: Finding) -> str:
        return self.text(words.DIFFER, sides="; ".join(self._side(side) for side in finding.sides))

    def _side(self, side: Side) -> str:
        stream = self.text(STREAM_NAMES[side.stream])
        if side.mostly is None:
            return self.text(words.SIDE_NO_MOST, stream=stream)
        return self.text(words.SIDE, stream=stream, answer=self.room.telling.answer(side.mostly))

    def _show_care(self, at: int = 0) -> None:
        """The notes from the one numbered ``at``, some at a time: many make a page slow."""
        notes = self.room.reading().summary.care
        shown = notes[at : at + NOTES_ON_A_PAGE]
        pages, number = max(1, -(-len(notes) // NOTES_ON_A_PAGE)), at // NOTES_ON_A_PAGE + 1
        told = self.text(words.PART, number=number, total=pages)
        page = DeskPage(
            self.parts.tools,
            self.text(words.CARE_TITLE),
            lines=[("", self.text(words.CARE_LINE)), *(("", self._care(note)) for note in shown)],
            progress=Progress(number, pages, told) if pages > 1 else None,
            controls=AWAY_CONTROLS | {Control.NEXT} if number < pages else AWAY_CONTROLS,
        )
        page.next_pressed.connect(lambda: self._show_care(at + NOTES_ON_A_PAGE))
        page.back_pressed.connect(lambda: self._show_care(at - NOTES_ON_A_PAGE) if at else self.show())
        self.put(page)

    def _care(self, note: CareNote) -> str:
        pack = self.parts.tools.pack
        prompts = [pack.question(question_id).prompt for question_id in note.questions[:2]]
        first, second = (*prompts, "", "")[:2]
        return self.text(
            words.CARE[note.kind.value],
            who=self._who(note),
            first=first,
            second=second,
            answer=self.room.telling.answer(note.answer),
            number=len(note.questions),
        )

    def _who(self, note: CareNote) -> str:
        if note.sign:
            return self.room.telling.sign(note.sign)
        lines = self.room.reading().summary.sessions
        line = next(one for one in lines if one.session_id == note.session_id)
        return f"{self.room.telling.stream(line.stream, line.role)}, {self.room.telling.date(line.last_day)}"
