"""From checked tables to the model: every text filled, every picture found, every id accounted for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from duq_desktop.content.local_words import Filler, LocalWords, WordChoices
from duq_desktop.content.model import (
    AnswerOption,
    Area,
    BoardGroup,
    HardWord,
    Pack,
    Picture,
    PictureWord,
    PracticeQuestion,
    Question,
    SignPicture,
    Stream,
)
from duq_desktop.content.pictures import Gallery, PictureSet
from duq_desktop.content.problems import Findings
from duq_desktop.words import pack as words

PACK_FILE = "pack.toml"
OPTION_IDS = (
    "yes", "sometimes", "no", "dont_know", "dont_want_to_say", "dont_understand", "later", "not_my_work",
)  # fmt: skip
ASKED_STREAMS = (Stream.PERSON, Stream.FAMILY, Stream.STAFF)

_PLAIN_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\Z")
_QUESTION_ID = re.compile(r"(person|family|staff)\.([a-z0-9-]+)\.[a-z0-9]+(?:-[a-z0-9]+)*\Z")


class Builder:
    """Builds one ``Pack``; what is wrong on the way goes to ``findings``."""

    def __init__(
        self,
        structure: Mapping[str, Any],
        texts: Mapping[str, Any],
        sets: Sequence[PictureSet],
        local_words: LocalWords,
        findings: Findings,
        recordings: Mapping[str, Path] | None = None,
    ) -> None:
        self._structure = structure
        self._texts = texts
        self._findings = findings
        self._recordings = recordings or {}
        self._texts_file = f"texts/{texts['language']}.toml"
        own_words = texts["language"] == structure["main_language"]
        self._gallery = Gallery(sets, texts.get("alt", {}), own_words)
        self._marks = frozenset(table["picture"] for table in structure["options"])
        self._fill = Filler(_choices(texts, self._texts_file, findings).filled(local_words))

    def pack(self) -> Pack:
        """The whole pack. Its texts are complete only when ``findings`` stayed empty."""
        structure, texts = self._structure, self._texts
        self._refuse_twice()
        return Pack(
            id=self._plain_id(structure["id"], "id"),
            version=structure["version"],
            title=self._text(texts["title"], "title"),
            language=texts["language"],
            languages={code: table["checked"] for code, table in structure["languages"].items()},
            areas=tuple(self._area(n, table) for n, table in enumerate(structure["areas"], start=1)),
            options={table["id"]: self._option(table) for table in structure["options"]},
            practice=tuple(self._practice(table) for table in structure["practice"]),
            board_groups=tuple(self._group(table) for table in structure["board_groups"]),
            board=tuple(self._board()),
            signs=tuple(self._sign(*pair) for pair in structure["signs"].items()),
            pictures={name: self._picture(concept) for name, concept in structure["pictures"].items()},
            draft=structure.get("draft", True),
            about=self._text(texts["about"], "about"),
            examples_note=self._text(texts["examples_note"], "examples_note"),
            language_names={code: table["name"] for code, table in structure["languages"].items()},
        )

    def _area(self, number: int, table: Mapping[str, Any]) -> Area:
        area_id = self._plain_id(table["id"], f"areas {number}")
        texts = self._texts_of("areas", area_id)
        place = f"areas.{area_id}"
        title = self._text(texts["title"], place)
        return Area(
            id=area_id,
            number=number,
            title=title,
            short_title=self._text(texts["short_title"], place),
            spoken=self._text(texts.get("spoken", texts["short_title"]), place),
            picture=self._picture(table["picture"]),
            looks_good=tuple(self._text(text, place) for text in texts["looks_good"]),
            not_ok=tuple(self._text(text, place) for text in texts["not_ok"]),
            questions=tuple(self._question(area_id, each) for each in table["questions"]),
        )

    def _question(self, area_id: str, table: Mapping[str, Any]) -> Question:
        question_id = table["id"]
        named = _QUESTION_ID.match(question_id)
        if named is None or named.group(2) != area_id:
            where = (PACK_FILE, f"questions {question_id}")
            self._findings.add(where, words.WRONG_ID, id=question_id, rule=words.QUESTION_ID_RULE)
        texts = self._texts_of("questions", question_id)
        place = f"questions.{question_id}"
        prompt = self._text(texts["prompt"], place)
        hard = texts.get("hard_words", {}).items()
        return Question(
            id=question_id,
            area_id=area_id,
            stream=Stream(named.group(1)) if named else Stream.PERSON,
            prompt=prompt,
            meaning=self._text(texts["meaning"], place),
            spoken=self._text(texts.get("spoken", texts["prompt"]), place),
            picture=self._picture(table["picture"]),
            hard_words=tuple(HardWord(self._text(w, place), self._text(m, place)) for w, m in hard),
            reverse=table.get("reverse", False),
            reverse_of=table.get("reverse_of"),
            feelings=table.get("feelings", False),
            offers_help=table.get("offers_help", False),
            short=table.get("short", False),
            mirrors=table.get("mirrors"),
            recording=self._recordings.get(question_id),
        )

    def _option(self, table: Mapping[str, Any]) -> AnswerOption:
        texts = self._texts_of("options", table["id"])
        place = f"options.{table['id']}"
        label = self._text(texts["label"], place)
        spoken = self._text(texts.get("spoken", texts["label"]), place)
        return AnswerOption(table["id"], label, spoken, self._picture(table["picture"], fixed=True))

    def _practice(self, table: Mapping[str, Any]) -> PracticeQuestion:
        practice_id = self._plain_id(table["id"], "practice")
        texts = self._texts_of("practice", practice_id)
        place = f"practice.{practice_id}"
        return PracticeQuestion(
            id=practice_id,
            prompt=self._text(texts["prompt"], place),
            spoken=self._text(texts.get("spoken", texts["prompt"]), place),
            picture=self._picture(table["picture"]),
            expected=table["expected"],
            shown_by=self._text(texts["shown_by"], place),
        )

    def _group(self, table: Mapping[str, Any]) -> BoardGroup:
        group_id = self._plain_id(table["id"], "board_groups")
        label = self._label("board_groups", group_id)
        return BoardGroup(group_id, label, self._picture(table["picture"]))

    def _board(self) -> Iterable[PictureWord]:
        for table in self._structure["board_groups"]:
            for word_id, concept in table.get("words", {}).items():
                self._plain_id(word_id, "board_groups")
                label = self._label("board_words", word_id)
                yield PictureWord(word_id, label, table["id"], self._picture(concept))

    def _sign(self, sign_id: str, concept: str) -> SignPicture:
        self._plain_id(sign_id, "signs")
        return SignPicture(sign_id, self._label("signs", sign_id), self._picture(concept, fixed=True))

    def _picture(self, concept: str, *, fixed: bool = False) -> Picture:
        """``fixed``: always the pack's own; so is a mark, wherever it stands."""
        self._plain_id(concept, "picture")
        fixed = fixed or concept in self._marks
        found = self._gallery.fixed(concept) if fixed else self._gallery.picture(concept)
        return Picture(found.concept, self._fill(found.alt), found.file, fixed)

    def _texts_of(self, section: str, text_id: str) -> Mapping[str, Any]:
        """The texts of one thing; empty ones, with a finding, when the language lacks them."""
        found = self._texts[section].get(text_id)
        if found is None:
            self._findings.add((self._texts_file, section), words.MISSING_TEXT, id=text_id)
            return _NO_TEXTS
        return dict(found)

    def _label(self, section: str, text_id: str) -> str:
        found = self._texts[section].get(text_id)
        if found is None:
            self._findings.add((self._texts_file, section), words.MISSING_TEXT, id=text_id)
            return ""
        return self._text(found, f"{section}.{text_id}")

    def _text(self, text: str, place: str) -> str:
        for name in self._fill.unknown(text):
            known = ", ".join(self._fill.known)
            self._findings.add((self._texts_file, place), words.UNKNOWN_PLACE, name=name, known=known)
        return self._fill(text)

    def _plain_id(self, plain: str, place: str) -> str:
        if _PLAIN_ID.match(plain) is None:
            self._findings.add((PACK_FILE, place), words.WRONG_ID, id=plain, rule=words.ID_RULE)
        return plain

    def _refuse_twice(self) -> None:
        for place, ids in _ids(self._structure).items():
            for twice in [each for each, count in Counter(ids).items() if count > 1]:
                self._findings.add((PACK_FILE, place), words.TWICE, id=twice)


_NO_TEXTS: Mapping[str, Any] = {
    "title": "", "short_title": "", "looks_good": [], "not_ok": [],
    "prompt": "", "meaning": "", "label": "", "shown_by": "",
}  # fmt: skip


def _ids(structure: Mapping[str, Any]) -> dict[str, list[str]]:
    """Every list of ids in which an id may stand once only."""
    return {
        "areas": [area["id"] for area in structure["areas"]],
        "questions": [q["id"] for area in structure["areas"] for q in area["questions"]],
        "options": [table["id"] for table in structure["options"]],
        "practice": [table["id"] for table in structure["practice"]],
        "board_groups": [table["id"] for table in structure["board_groups"]],
        "board_words": [word for t in structure["board_groups"] for word in t.get("words", {})],
    }


def _choices(texts: Mapping[str, Any], file: str, findings: Findings) -> WordChoices:
    local = texts["local_words"]
    lists = [tuple(local[name]) for name in ("staff", "manager", "managers")]
    for name, entries in zip(("staff", "manager", "managers"), lists, strict=True):
        if not entries:
            findings.add((file, "local_words"), words.EMPTY_TEXT, key=name)
    if len(lists[1]) != len(lists[2]):
        findings.add((file, "local_words"), words.WORDS_UNEVEN)
    staff, manager, managers = (entries or ("",) for entries in lists)
    several = (*managers, *[managers[0]] * len(manager))[: len(manager)]
    return WordChoices(staff, manager, several)
