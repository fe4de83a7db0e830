"""Fields to type in, each with its words above it, and pages made of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from duq_desktop.ui.opener.pages.opener_page import STEP_CONTROLS, DeskPage
from duq_desktop.ui.pages.choice_page import Option
from duq_desktop.ui.pages.reading import Reading
from duq_desktop.ui.pages.texts import Line
from duq_desktop.ui.pages.tools import Tools
from duq_desktop.ui.theme.look import look_of
from duq_desktop.ui.theme.tokens import HALO
from duq_desktop.ui.widgets.answers import AnswerSet, QuietChoice
from duq_desktop.ui.widgets.buttons import WordButton
from duq_desktop.ui.widgets.controls import Control
from duq_desktop.ui.widgets.flow import SideBySide
from duq_desktop.ui.widgets.text import BodyText, Tone
from duq_desktop.words import opener_setup as words

LONGEST = 120
"""Characters that one field takes."""
_KEPT_IN = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)


@dataclass(frozen=True)
class FieldSpec:
    """One field: its key, the words above it, a hint below. ``secret``: typed behind dots."""

    key: str
    label: str
    hint: str = ""
    needed: bool = False
    secret: bool = False


class SecretEdit(QLineEdit):
    """A line for a pass phrase: shown as dots, not copied, not undone, not learned from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhHiddenText
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Passes over what would let the phrase out or bring it back."""
        if any(event.matches(key) for key in _KEPT_IN):
            event.accept()
            return
        super().keyPressEvent(event)

    def wipe(self) -> None:
        """Empties the line; Qt drops its history of typing with it."""
        self.setText("")


class Field(QWidget):
    """A line to type in, with its words above and a hint below."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed in it."""

    def __init__(self, spec: FieldSpec, text: str = "", show: str = "", hide: str = "") -> None:
        super().__init__()
        self.spec = spec
        self.label = BodyText(spec.label)
        self.edit: QLineEdit = SecretEdit() if spec.secret else QLineEdit()
        self.edit.setMaxLength(LONGEST)
        self.edit.setAccessibleName(spec.label)
        self.edit.setText(text)
        self.edit.textChanged.connect(lambda _text: self.changed.emit())
        self.edit.returnPressed.connect(self.entered.emit)
        self.hint = BodyText(spec.hint, tone=Tone.QUIET) if spec.hint else None
        self.eye: WordButton | None = None
        self._words = (show, hide)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inset = QVBoxLayout()
        for label in (self.label, self.hint):
            if label is not None:
                label.set_inset(HALO)
        self._column.addWidget(self.label)
        self._column.addLayout(self._inset)  # still empty: see ``OwnLayout``
        self._inset.addWidget(self.edit)
        if self.hint is not None:
            self.edit.setAccessibleDescription(spec.hint)
            self._column.addWidget(self.hint)
        if spec.secret and show:
            self._add_eye(show)
        self._refresh()

    def text(self) -> str:
        """What was typed; of a secret every character counts."""
        return self.edit.text() if self.spec.secret else " ".join(self.edit.text().split())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.ParentChange}:
            self._refresh()

    def _add_eye(self, show: str) -> None:
        self.eye = WordButton(show)
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._on_shown)
        self._column.addWidget(self.eye, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_shown(self, shown: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        if self.eye is not None:
            self.eye.set_words(self._words[1 if shown else 0])

    def _refresh(self) -> None:
        sizes = look_of(self).sizes
        self._inset.setContentsMargins(HALO, 0, HALO, 0)
        self._column.setSpacing(max(2, sizes.gap // 3))
        self.edit.setMaximumWidth(round(sizes.body * 26))


class FieldsPage(DeskPage):
    """A page of a few fields. Enter goes to the next field, from the last one on to the next page.

    ``beside``: all but the first stand in two columns where each has so many em.
    """

    def __init__(
        self,
        tools: Tools,
        title: str,
        specs: Sequence[FieldSpec],
        typed: Mapping[str, str],
        *,
        lines: Sequence[Line] = (),
        picture: str = "",
        progress: QWidget | None = None,
        controls: Collection[Control] = STEP_CONTROLS,
        beside: float = 0,
    ) -> None:
        super().__init__(tools, title, lines=lines, picture=picture, progress=progress, controls=controls)
        self.fields: dict[str, Field] = {}
        columns = SideBySide(beside) if beside else None
        show, hide = tools.text(words.SHOW), tools.text(words.HIDE)
        for spec in specs:
            field = Field(spec, typed.get(spec.key, ""), show, hide)
            field.entered.connect(lambda key=spec.key: self._on_entered(key))
            self.fields[spec.key] = field
            self.add(field) if columns is None or len(self.fields) == 1 else columns.add(field)
            self.readings += [Reading(spec.label, field.label)]
            if field.hint is not None:
                self.readings.append(Reading(spec.hint, field.hint))
        if columns is not None:
            self.add(columns)

    def values(self) -> Mapping[str, str]:
        """What was typed, by key."""
        return {key: field.text() for key, field in self.fields.items()}

    def missing(self) -> str:
        """The first needed field that is empty."""
        for field in self.fields.values():
            if field.spec.needed and not field.text().strip():
                return self.tools.text(words.FILL_IN, label=field.spec.label)
        return ""

    def wipe(self) -> None:
        """Empties the secret fields."""
        for field in self.fields.values():
            if isinstance(field.edit, SecretEdit):
                field.edit.wipe()

    def cover(self) -> None:
        """What was typed behind dots stands behind dots again."""
        for field in self.fields.values():
            if field.eye is not None:
                field.eye.setChecked(False)

    def _on_entered(self, key: str) -> None:
        keys = list(self.fields)
        after = keys[keys.index(key) + 1 :]
        if after:
            self.fields[after[0]].edit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.next_pressed.emit()


class PickOnePage(DeskPage):
    """A page on which one of a few is chosen; going on by itself never happens."""

    def __init__(
        self,
        tools: Tools,
        title: str,
        key: str,
        options: Sequence[Option],
        chosen: str,
        *,
        lines: Sequence[Line] = (),
        picture: str = "",
        progress: QWidget | None = None,
        controls: Collection[Control] = STEP_CONTROLS,
    ) -> None:
        super().__init__(tools, title, lines=lines, picture=picture, progress=progress, controls=controls)
        self._key = key
        cards = [
            QuietChoice(option.id, option.words, picture=option.picture, pictures=tools.pictures)
            for option in options
        ]
        self.answers = AnswerSet(cards)
        self.answers.setAccessibleName(title)
        self.add(self.answers)
        self.readings += [Reading(option.words) for option in options]
        if chosen in {option.id for option in options}:
            self.answers.choose(chosen)

    def values(self) -> Mapping[str, str]:
        """The id of what is chosen, or nothing."""
        return {self._key: self.answers.chosen or ""}

    def missing(self) -> str:
        """Asks for a choice."""
        return "" if self.answers.chosen else self.tools.text(words.PICK)
