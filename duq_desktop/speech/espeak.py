"""espeak-ng in this process, over ctypes: text in, sound and word times out. No device, no file.

The library and its data come from the ``espeakng-loader`` package (espeak-ng 1.52.0; it has wheels
for Linux on x86-64, Windows on x86-64 and macOS, none for ARM Linux or ARM Windows). Names and numbers
below are those of espeak-ng's ``speak_lib.h``.

The library is one per process: not to be used from two threads at once.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from duq_desktop.errors import VoiceError
from duq_desktop.speech.short_path import short_path
from duq_desktop.speech.voice import VoiceInfo
from duq_desktop.words import speech as words

AUDIO_OUTPUT_SYNCHRONOUS = 2
INITIALIZE_DONT_EXIT = 0x8000  # without it, missing data ends the whole process
CHARS_UTF8 = 1
ENDPAUSE = 0x1000
RATE, VOLUME = 1, 2  # espeak_PARAMETER
EVENT_END, EVENT_WORD = 0, 1
OK, CONTINUE, ABORT = 0, 0, 1

CALLBACK_MS = 500
"""Sound per callback. 500 takes 15 to 25 % less time than the library's own 60 (fewer crossings)."""

HIGHER_VARIANT = "+f3"
CANNOT_READ_LETTERS = frozenset({"en-shaw"})
"""Voices that read another alphabet than their language's usual one: Shavian, for "en-shaw"."""

SAMPLE_BYTES = 2


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


class _VoiceRecord(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_void_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("xx1", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Event))


@dataclass(frozen=True)
class Spoken:
    """Sound of one text: 16-bit mono samples, and for each white-space token its start in ms.

    ``words`` holds (start, end, at_ms) with offsets in code points, sorted, one for each token.
    """

    pcm: bytes
    words: tuple[tuple[int, int, float], ...]


class Espeak:
    """The library, loaded and ready. Raises ``VoiceError`` if it is not there or does not start."""

    def __init__(self) -> None:
        self._library, data = _load()
        self.sample_rate = _started(self._library, data)
        self._pcm: list[bytes] = []
        self._events: list[tuple[int, int]] = []
        self._hear: Callable[[bytes], None] | None = None
        self._broken: Exception | None = None
        self._callback = _Callback(self._collect)  # kept: the library holds only its address
        self._voices = tuple(self._list_voices())

    @property
    def voices(self) -> tuple[VoiceInfo, ...]:
        """Every voice, each followed by a higher one of the same name."""
        return self._voices

    def synthesise(
        self,
        text: str,
        *,
        voice: str,
        words_per_minute: int,
        volume: float = 1.0,
        pause: bool = True,
        hear: Callable[[bytes], None] | None = None,
    ) -> Spoken:
        """The sound of ``text``; takes about 1 ms for each second of speech.

        ``volume`` from 0 to 1; ``pause`` leaves a sentence's silence at the end. ``hear`` is given the
        sound in parts while the rest is still being made; what it raises, this raises.
        Raises ``VoiceError`` for an unknown voice or when the library fails.
        """
        library = self._library
        if library.espeak_SetVoiceByName(voice.encode()) != OK:
            raise VoiceError(words.NO_VOICE_FOR_LANGUAGE, language=voice)
        library.espeak_SetParameter(RATE, words_per_minute, 0)
        library.espeak_SetParameter(VOLUME, round(volume * 100), 0)
        library.espeak_SetSynthCallback(self._callback)
        self._pcm.clear()
        self._events.clear()
        self._hear, self._broken = hear, None
        data = text.encode("utf-8", "replace")
        flags = CHARS_UTF8 | (ENDPAUSE if pause else 0)
        result = library.espeak_Synth(data, len(data) + 1, 0, 1, 0, flags, None, None)
        self._hear = None
        if self._broken is not None:
            raise self._broken
        if result != OK:
            raise VoiceError(words.VOICE_BROKE)
        pcm = b"".join(self._pcm)
        length_ms = len(pcm) * 1000 / (SAMPLE_BYTES * self.sample_rate)
        return Spoken(pcm, snap(text, self._events, length_ms))

    def _collect(self, samples: int | None, count: int, events: ctypes._Pointer[_Event]) -> int:
        """The library's callback. An exception cannot cross the library, so it is kept for afterwards."""
        try:
            if samples and count > 0:
                self._pcm.append(ctypes.string_at(samples, count * SAMPLE_BYTES))
                if self._hear is not None:
                    self._hear(self._pcm[-1])
        except Exception as error:  # noqa: BLE001 - raised again by synthesise
            self._broken = error
            return ABORT
        index = 0
        while events[index].type != EVENT_END:
            event = events[index]
            if event.type == EVENT_WORD:
                self._events.append((event.text_position - 1, event.audio_position))
            index += 1
        return CONTINUE

    def _list_voices(self) -> list[VoiceInfo]:
        records = self._library.espeak_ListVoices(None)
        found: list[VoiceInfo] = []
        index = 0
        while records[index]:
            record = records[index].contents
            # one byte of priority comes before each language name
            language = ctypes.string_at(record.languages + 1).decode()
            identifier = record.identifier.decode()
            name = record.name.decode()
            index += 1
            if language in CANNOT_READ_LETTERS:
                continue
            found.append(VoiceInfo(identifier, name, language))
            found.append(VoiceInfo(identifier + HIGHER_VARIANT, name, language, higher=True))
        return found


def snap(text: str, events: list[tuple[int, int]], length_ms: float) -> tuple[tuple[int, int, float], ...]:
    """Bring word events (offset, ms) onto the white-space tokens of ``text``.

    espeak-ng gives "£5.50" five events and "of the" one; here each token has exactly one time. A token
    without an event of its own gets its share, by length, of the time between its neighbours.
    """
    tokens = _tokens(text)
    times: list[float | None] = [None] * len(tokens)
    index = 0
    for offset, at_ms in sorted(events):
        while index < len(tokens) and tokens[index][1] <= offset:
            index += 1
        if index < len(tokens) and times[index] is None:
            times[index] = float(at_ms)
    return tuple(
        (start, end, at) for (start, end), at in zip(tokens, _filled(tokens, times, length_ms), strict=True)
    )


def _tokens(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    for token in text.split():
        start = text.index(token, at)
        at = start + len(token)
        found.append((start, at))
    return found


def _filled(tokens: list[tuple[int, int]], times: list[float | None], length_ms: float) -> list[float]:
    filled: list[float] = []
    at_ms, at_offset = 0.0, 0
    for index, (start, _end) in enumerate(tokens):
        known = times[index]
        if known is None:
            later = next((i for i in range(index, len(tokens)) if times[i] is not None), None)
            until_ms = length_ms if later is None else times[later] or 0.0
            until = tokens[-1][1] if later is None else tokens[later][0]
            share = (start - at_offset) / max(until - at_offset, 1)
            known = at_ms + max(until_ms - at_ms, 0.0) * share
        at_ms, at_offset = max(known, at_ms), start
        filled.append(at_ms)
    return filled


def _load() -> tuple[ctypes.CDLL, str]:
    try:
        import espeakng_loader  # noqa: PLC0415 - absent on ARM Linux and ARM Windows

        library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = str(espeakng_loader.get_data_path())
    except (ImportError, OSError, RuntimeError) as error:
        raise VoiceError(words.NO_ENGINE) from error
    if not (Path(data) / "phontab").is_file():  # the library itself says all is well without it
        raise VoiceError(words.NO_ENGINE)
    _declare(library)
    return library, data


def _started(library: ctypes.CDLL, data: str) -> int:
    """Start the library if nobody has in this process; its sample rate.

    Never twice: espeak-ng 1.52 then reads the phoneme tables that it has freed (seen with valgrind; once
    in some ten runs of these tests it ended the process).
    """
    rate: int = library.espeak_ng_GetSampleRate()
    if rate <= 0:
        path = os.fsencode(short_path(Path(data)))
        rate = library.espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, CALLBACK_MS, path, INITIALIZE_DONT_EXIT)
    if rate <= 0:
        raise VoiceError(words.NO_ENGINE)
    return rate


def _declare(library: ctypes.CDLL) -> None:
    integer, size, text, pointer = ctypes.c_int, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_void_p
    declarations: dict[str, list[type]] = {
        "espeak_ng_GetSampleRate": [],
        "espeak_Initialize": [integer, integer, text, integer],
        "espeak_SetVoiceByName": [text],
        "espeak_SetParameter": [integer, integer, integer],
        "espeak_SetSynthCallback": [_Callback],
        "espeak_Synth": [text, size, ctypes.c_uint, integer, ctypes.c_uint, ctypes.c_uint, pointer, pointer],
        "espeak_ListVoices": [pointer],
    }
    for name, arguments in declarations.items():
        function: Callable[..., object] = getattr(library, name)
        function.argtypes = arguments  # type: ignore[attr-defined]
    library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_VoiceRecord))
