"""The check of a whole pack, from its files to its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from duq_desktop.content.build import Builder
from duq_desktop.content.checks.folder import check_folder
from duq_desktop.content.checks.grades import check_grades
from duq_desktop.content.checks.report import Report
from duq_desktop.content.checks.structure import RELEASED_FILE, check_released, check_structure
from duq_desktop.content.checks.texts import check_alt_once, check_pictures, check_texts, known_ids
from duq_desktop.content.load import check_pack_table, check_texts_table, read_pack_table, texts_file
from duq_desktop.content.local_words import LocalWords
from duq_desktop.content.model import Pack, Stream
from duq_desktop.content.pictures import (
    OPENMOJI_FILE,
    PictureSet,
    openmoji_codes,
    openmoji_folder,
    pack_pictures,
    usual_sets,
)
from duq_desktop.content.problems import Findings, Problem
from duq_desktop.content.schema import RELEASED, check_shape
from duq_desktop.content.toml import read_toml
from duq_desktop.errors import PackError
from duq_desktop.words import pack as words


def check_pack(
    folder: Path,
    *,
    fixed_words: Iterable[str] = (),
    fixed_words_family_staff: Iterable[str] = (),
    picture_sets: Sequence[PictureSet] | None = None,
) -> Report:
    """Everything that is wrong with the pack in ``folder``.

    ``fixed_words`` are the texts of the app itself that people supported read, and the others those
    that families and staff read; they count towards the reading grade. ``picture_sets`` are asked for
    pictures, by default the pack's own and OpenMoji. Never raises for what a pack holds: a hostile
    folder gives a report with the reason.
    """
    check = _Check(folder, tuple(fixed_words), tuple(fixed_words_family_staff), picture_sets)
    try:
        check.run()
    except PackError as error:
        check.findings.problems.append(Problem.from_error(error))
    return check.report()


class _Check:
    """One check on its way through a folder."""

    def __init__(
        self,
        folder: Path,
        fixed_words: Sequence[str],
        fixed_words_family_staff: Sequence[str],
        picture_sets: Sequence[PictureSet] | None,
    ) -> None:
        self.findings = Findings()
        self._folder = folder
        self._fixed = (fixed_words, fixed_words_family_staff)
        self._sets = picture_sets
        self._pack: Pack | None = None
        self._grades: Mapping[Stream, float] = {}

    def run(self) -> None:
        """Go through the folder. Raises ``PackError`` where going on makes no sense."""
        structure = read_pack_table(self._folder)
        check_pack_table(structure, self.findings)
        if self.findings.problems:
            return
        sets = self._sets
        if sets is None:
            sets = usual_sets(self._folder)
        main = structure["main_language"]
        for language in [main, *(each for each in structure["languages"] if each != main)]:
            self._check_language(structure, language, sets)
        if self._pack is not None:
            self._check_main(self._pack)
            questions = {question.id for question in self._pack.questions()}
            check_folder(self._folder, list(structure["languages"]), questions, self.findings)

    def report(self) -> Report:
        """What was found."""
        if self._pack is None:
            return Report(tuple(self.findings.problems))
        counts = Counter(question.stream for question in self._pack.questions())
        return Report(tuple(self.findings.problems), len(self._pack.areas), counts, self._grades)

    def _check_language(
        self, structure: Mapping[str, Any], language: str, sets: Sequence[PictureSet]
    ) -> None:
        texts = self._texts(language)
        if texts is None:
            return
        pack = Builder(structure, texts, sets, LocalWords(), self.findings).pack()
        file = texts_file(language)
        check_texts(pack, texts, known_ids(pack), file, self.findings)
        if language.split("-")[0] == "en":
            self._grades = check_grades(pack, *self._fixed, file, self.findings)
        if language == structure["main_language"]:
            self._pack = pack
            check_alt_once(texts, pack_pictures(self._folder), file, self.findings)

    def _texts(self, language: str) -> dict[str, Any] | None:
        """The texts in ``language``; None, with the reasons noted, when they cannot be gone by."""
        found = Findings()
        try:
            texts = read_toml(self._folder, texts_file(language))
            check_texts_table(texts, language, found)
        except PackError as error:
            found.problems.append(Problem.from_error(error))
        self.findings.problems += found.problems
        return None if found.problems else texts

    def _check_main(self, pack: Pack) -> None:
        """What is the same in every language."""
        check_structure(pack, self.findings)
        check_pictures(pack, self.findings)
        self._check_openmoji()
        released = read_toml(self._folder, RELEASED_FILE)
        found = Findings()
        check_shape(released, RELEASED, RELEASED_FILE, found)
        self.findings.problems += found.problems
        if not found.problems:
            check_released(pack, released, self.findings)

    def _check_openmoji(self) -> None:
        found = next((each for each in self._sets or () if each.id == "openmoji"), None)
        if found is None and self._sets is None:
            found = usual_sets(self._folder)[-1]
        if found is None or not (self._folder / OPENMOJI_FILE).exists():
            return
        for concept, code in openmoji_codes(self._folder).items():
            if concept not in found.files:
                where = (OPENMOJI_FILE, concept)
                sentence = words.MISSING_CODE if openmoji_folder() is not None else words.NO_OPENMOJI
                self.findings.add(where, sentence, code=code, concept=concept)
