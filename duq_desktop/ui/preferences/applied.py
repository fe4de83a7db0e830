"""What one person likes, put on the window and the voice, and taken off again for the next person."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from duq_desktop.preferences.input_methods import InputMethod, KeyTimes
from duq_desktop.preferences.preferences import Preferences, Sound, Spacing
from duq_desktop.preferences.profile import Profile
from duq_desktop.settings import COMPUTER_THEME, FOLLOW_SIZE, FOLLOW_THEME, WAYS, Settings
from duq_desktop.speech.voice import Policy, VoiceSettings
from duq_desktop.ui.flow.speaking import Speaking
from duq_desktop.ui.theme import FontShelf, Look, Theme, apply_look
from duq_desktop.ui.theme.platform import Platform, PlatformWatch, read_platform
from duq_desktop.ui.theme.script import script_font


class PreferencesApplier(QObject):
    """Applies a ``Preferences`` at once. ``reset`` goes back to the computer's own settings.

    ``read`` asks the system how it is set; what nobody has set here follows it (EN 301 549 11.7).
    ``wear`` puts on an imported set of pictures by its id; an empty one is ours. ``speak`` puts on a
    language and says whether it is another one than before.
    """

    changed = Signal(object)
    """The ``Preferences`` that counts from now on, for whatever else must follow it."""
    language_changed = Signal()
    """Another language is spoken, and the look for it is on: pages that stand must come again in it."""

    def __init__(
        self,
        app: QApplication,
        themes: Mapping[str, Theme],
        settings: Settings,
        speaking: Speaking,
        fonts: FontShelf,
        wear: Callable[[str], None] = lambda _set_id: None,
        *,
        speak: Callable[[str], bool] = lambda _language: False,
        read: Callable[[QApplication], Platform] = read_platform,
    ) -> None:
        super().__init__()
        self._app = app
        self._own_themes = themes
        self._settings = settings
        self._speaking = speaking
        self._fonts = fonts
        self._read = read
        self._wear = wear
        self._speak = speak
        self._platform = read(app)
        self._allowed: Collection[str] = WAYS
        self.liking = self.usual
        self.kept: Profile | None = None

    @property
    def themes(self) -> tuple[str, ...]:
        """The ids of the themes there are; this computer's own colours last."""
        return (*self._own_themes, COMPUTER_THEME)

    @property
    def ways(self) -> tuple[InputMethod, ...]:
        """What "How do you press?" offers: the ways allowed here today, and what this person needs anyway.

        What somebody kept for themselves, or presses by now, is never taken from them.
        """
        own = {self.liking.way, InputMethod(self._settings.way)} | (
            {self.kept.liking.way} if self.kept else set()
        )
        return tuple(way for way in InputMethod if way.value in self._allowed or way in own)

    @property
    def usual(self) -> Preferences:
        """How this computer is set: what a session starts with."""
        kept = self._settings
        wanted = self._platform
        return Preferences(
            wanted.wanted_size if kept.text_size == FOLLOW_SIZE else kept.text_size,
            wanted.wanted_theme if kept.theme == FOLLOW_THEME else kept.theme,
            kept.voice_id,
            kept.voice_rate,
            kept.pictures,
            way=InputMethod(kept.way),
            keys=KeyTimes(dead=kept.guard_ms),
            language=kept.language,
        )

    @property
    def profile(self) -> Profile:
        """What could be kept now: the liking in force, and what the person said helps them."""
        return replace(self.kept or Profile(), liking=self.liking).asked(date.today())

    def follow(self, window: QWidget) -> None:
        """From now on follow the system live, as its events reach ``window``."""
        watch = PlatformWatch(self._app, window)
        watch.changed.connect(self.use_platform)

    def use_platform(self) -> None:
        """The system is set otherwise: it counts at once wherever nobody has chosen something else."""
        before = self.usual
        self._platform = self._read(self._app)
        now, liking = self.usual, self.liking
        for name in ("text_size", "theme"):
            if getattr(liking, name) == getattr(before, name):
                liking = replace(liking, **{name: getattr(now, name)})
        self.put(liking)

    def keys(self) -> KeyTimes:
        """How keys are liked at this moment."""
        return self.liking.keys

    def use_settings(self, settings: Settings, allowed: Collection[str] = WAYS) -> None:
        """The computer's settings have changed: they count from now on, with the ways ``allowed`` here."""
        self._settings, self._allowed = settings, allowed
        self.reset()

    def use_profile(self, profile: Profile) -> None:
        """Somebody brought their own way along: it is put on at once."""
        self.kept = profile
        self.put(profile.liking)

    def reset(self) -> None:
        """Nothing of what the last person liked, or said helps them, is left."""
        self.kept = None
        self.put(self.usual)

    def put(self, liking: Preferences) -> None:
        """Use this liking from now on."""
        self.liking = liking
        is_other = self._speak(liking.language)
        self._wear(liking.picture_set)
        apply_look(self._app, self._look())
        self._speaking.is_on = self._settings.voice and liking.sound is not Sound.NONE
        if not self._speaking.is_on:
            self._speaking.stop()
        self.settle_voice()
        self.changed.emit(liking)
        if is_other:
            self.language_changed.emit()

    def speak(self, language: str) -> None:
        """Somebody chose a language, by its code; a voice that was chosen spoke the one before."""
        if language != self.liking.language:
            self.put(replace(self.liking, language=language, voice_id=""))

    def bring_font(self, family: str) -> str:
        """The family to show letters of ``family`` in: itself, once its files are there."""
        return self._fonts.bring(family)

    def theme(self, name: str) -> Theme:
        """The theme of that id; the first one where there is none (a file from another version)."""
        if name == COMPUTER_THEME:
            return self._platform.theme
        return self._own_themes.get(name) or next(iter(self._own_themes.values()))

    def settle_voice(self) -> None:
        """Give the voice its settings: after a change, and once the voice is loaded."""
        chosen = {self._speaking.language: self.liking.voice_id} if self.liking.voice_id else {}
        policy = Policy.WAIT if self._settings.voice_waits else Policy.INTERRUPT
        self._speaking.voice.change(
            VoiceSettings(
                rate=self.liking.rate,
                aside_volume=self.liking.switch.volume,
                policy=policy,
                chosen=chosen,
            )
        )

    def _look(self) -> Look:
        liking = self.liking
        return Look(
            self.theme(liking.theme),
            liking.text_size,
            self._fonts.bring(liking.font),
            pictures_on=liking.pictures,
            wide=liking.spacing is Spacing.WIDE,
            picture_set=liking.picture_set,
            script=script_font(self._app),
        )
