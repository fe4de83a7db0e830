"""The texts of one language: none too many, each prompt within the rules, every picture in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from duq_desktop.content.build import PACK_FILE
from duq_desktop.content.checks.prompts import check_prompt
from duq_desktop.content.model import Pack, Picture
from duq_desktop.content.pictures import ALT_FILE, PictureSet, pictures_of
from duq_desktop.content.problems import Findings
from duq_desktop.words import pack as words

_FILE_NAME = re.compile(r"\.(?:svg|png|jpe?g|gif|webp)\b|\A[\w-]*[_/\\-][\w./\\-]*\Z|\A[0-9A-F]{4,6}\Z", re.I)


def check_texts(
    pack: Pack, texts: Mapping[str, Any], known: Mapping[str, set[str]], file: str, findings: Findings
) -> None:
    """Note texts for what the pack does not have, prompts against the rules, pictures without words.

    ``known`` holds the ids of ``pack.toml`` by section (``known_ids``).
    """
    for section, ids in known.items():
        for unknown in [each for each in texts.get(section, {}) if each not in ids]:
            findings.add((file, section), words.UNKNOWN_TEXT, id=unknown)
    for section, prompts in (("questions", pack.questions()), ("practice", pack.practice)):
        for each in prompts:
            allowed = texts[section].get(each.id, {}).get("allowed")
            where = (file, f"{section}.{each.id}")
            check_prompt(each.prompt, where, pack.language, allowed, findings)
    for picture in pictures_of(pack).values():
        _check_alt(picture, file, findings)


def check_pictures(pack: Pack, findings: Findings) -> None:
    """Note every concept that no picture set has."""
    for picture in pictures_of(pack).values():
        if picture.file is None:
            findings.add((PACK_FILE, "pictures"), words.MISSING_PICTURE, concept=picture.concept)


def check_alt_once(texts: Mapping[str, Any], own: PictureSet, file: str, findings: Findings) -> None:
    """Note concepts whose words stand both beside the drawing and among the texts."""
    for concept in texts.get("alt", {}):
        if concept in own.alts and concept in own.files:
            findings.add((file, "alt"), words.ALT_TWICE, concept=concept, other=ALT_FILE)


def known_ids(pack: Pack) -> dict[str, set[str]]:
    """The ids of the pack by the section of the texts that words them."""
    return {
        "areas": {each.id for each in pack.areas},
        "questions": {each.id for each in pack.questions()},
        "options": set(pack.options),
        "practice": {each.id for each in pack.practice},
        "board_groups": {each.id for each in pack.board_groups},
        "board_words": {each.id for each in pack.board},
        "signs": {each.id for each in pack.signs},
        "alt": set(pictures_of(pack)),
    }


def _check_alt(picture: Picture, file: str, findings: Findings) -> None:
    if not picture.alt:
        findings.add((file, "alt"), words.MISSING_ALT, concept=picture.concept)
    elif _FILE_NAME.search(picture.alt) or picture.alt == picture.concept:
        findings.add((file, "alt"), words.BAD_ALT, concept=picture.concept)
