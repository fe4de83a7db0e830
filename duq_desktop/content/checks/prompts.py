"""Rules for one prompt: short, one sentence, one idea, asked straight, without acronyms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from duq_desktop.content.problems import Findings
from duq_desktop.content.readability import sentences, words_of
from duq_desktop.words import pack as words

WORDS_LIMIT = 12

Found = tuple[str, dict[str, object]]

_NEGATIONS = frozenset(
    {"not", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "cannot",
     "unless", "except", "hardly"}
)  # fmt: skip
_SAYING = frozenset({"say", "says", "said", "saying", "answer", "answers", "choose", "chooses"})
_JOINING = frozenset({"and", "or", "but", "plus", "while", "because"})
_JOINING_MARKS = re.compile(r"[;/&]|\bas well as\b")
_ACRONYM = re.compile(r"\b[A-Z](?:[A-Z0-9]+s?\b|\.[A-Z]\.)")
_NO_ACRONYMS = frozenset({"OK"})


def check_prompt(
    text: str, where: tuple[str, str], language: str, allowed: Mapping[str, Any] | None, findings: Findings
) -> None:
    """Note each rule that the prompt ``text`` breaks, but the one that ``allowed`` excuses.

    What is negated or joined can only be told in English; the other rules hold in every language.
    """
    rules = ENGLISH_RULES if language.split("-")[0] == "en" else COMMON_RULES
    excused = None if allowed is None else allowed["rule"]
    if excused is not None and excused not in ENGLISH_RULES:
        known = ", ".join(ENGLISH_RULES)
        findings.add(where, words.ALLOWED_UNKNOWN, rule=excused, known=known)
    for name, rule in rules.items():
        found = list(rule(text))
        if name == excused and not found:
            findings.add(where, words.ALLOWED_NEEDLESS, rule=excused)
        elif name != excused:
            for sentence, values in found:
                findings.add(where, sentence, text=text, **values)


def _too_long(text: str) -> Iterator[Found]:
    count = len(words_of(text))
    if count > WORDS_LIMIT:
        yield words.TOO_MANY_WORDS, {"count": count, "limit": WORDS_LIMIT}


def _many_sentences(text: str) -> Iterator[Found]:
    if sentences(text) > 1:
        yield words.TOO_MANY_SENTENCES, {}


def _negated(text: str) -> Iterator[Found]:
    before = ""
    for word in words_of(text):
        small = word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        is_no = small == "no" and before not in _SAYING
        if is_no or small in _NEGATIONS or small.endswith("n't"):
            yield words.NEGATED, {"word": word}
        before = small


def _two_ideas(text: str) -> Iterator[Found]:
    joining = [word for word in words_of(text) if word.lower() in _JOINING]
    joining += _JOINING_MARKS.findall(text)
    if joining:
        yield words.TWO_IDEAS, {"word": joining[0]}


def _acronyms(text: str) -> Iterator[Found]:
    for found in _ACRONYM.finditer(text):
        if found.group() not in _NO_ACRONYMS:
            yield words.ACRONYM, {"word": found.group()}


Rule = Callable[[str], Iterator[Found]]
COMMON_RULES: Mapping[str, Rule] = {
    "word-limit": _too_long,
    "one-sentence": _many_sentences,
    "acronym": _acronyms,
}
ENGLISH_RULES: Mapping[str, Rule] = {**COMMON_RULES, "negated": _negated, "two-ideas": _two_ideas}
"""Rules by the name that ``allowed`` uses."""
