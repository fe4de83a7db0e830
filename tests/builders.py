"""Small made-up packs and sessions for tests of the pure parts."""

from __future__ import annotations

from duq_desktop.content.model import (
    AnswerOption,
    Area,
    Pack,
    Picture,
    PracticeQuestion,
    Question,
    SignPicture,
    Stream,
)

OPTIONS = (
    "yes",
    "sometimes",
    "no",
    "dont_know",
    "dont_want_to_say",
    "dont_understand",
    "later",
    "not_my_work",
)


def picture(concept: str) -> Picture:
    return Picture(concept, f"A drawing of {concept}")


def question(area: str, number: int, stream: Stream = Stream.PERSON, **more: object) -> Question:
    question_id = f"{stream.value}.{area}.{number}"
    prompt = f"Do you like thing {number}?"
    return Question(
        id=question_id,
        area_id=area,
        stream=stream,
        prompt=prompt,
        meaning="A thing is a thing.",
        spoken=prompt,
        picture=picture(question_id),
        **more,  # type: ignore[arg-type]
    )


def area(area_id: str, number: int, questions: int = 4) -> Area:
    person = tuple(
        question(area_id, n, short=n < 3, offers_help=n == 2, reverse=n == 3) for n in range(1, questions + 1)
    )
    others = tuple(
        question(area_id, n, stream, mirrors=f"person.{area_id}.{n}")
        for stream in (Stream.FAMILY, Stream.STAFF)
        for n in range(1, 4)
    )
    return Area(
        id=area_id,
        number=number,
        title=f"Title {number}",
        short_title=f"Area {number}",
        spoken=f"Area {number}",
        picture=picture(area_id),
        looks_good=("Good.",),
        not_ok=("Not good.",),
        questions=(*person, *others),
    )


def practice(practice_id: str, expected: str) -> PracticeQuestion:
    return PracticeQuestion(
        practice_id, "Is this a cup?", "Is this a cup?", picture("cup"), expected, "It is."
    )


def small_pack(areas: int = 2, questions: int = 4) -> Pack:
    return Pack(
        id="small",
        version="1",
        title="Small",
        language="en",
        languages={"en": True},
        areas=tuple(area(f"area{n}", n, questions) for n in range(1, areas + 1)),
        options={name: AnswerOption(name, name.replace("_", " "), name, picture(name)) for name in OPTIONS},
        practice=(practice("cup", "yes"), practice("bus", "no"), practice("tea", "sometimes")),
        board_groups=(),
        board=(),
        signs=tuple(SignPicture(name, name, picture(name)) for name in ("boat", "key", "tree")),
        pictures={},
    )
