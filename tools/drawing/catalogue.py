"""All pictures of the product, in groups."""

from __future__ import annotations

from tools.drawing import (
    areas,
    concepts,
    controls,
    keeping,
    marks,
    messages,
    pressing,
    scenes_culture,
    scenes_happy,
    scenes_leaders,
    scenes_life,
    scenes_more,
    scenes_person,
    signs,
    steps,
    things,
    words,
)
from tools.drawing.picture import Picture

GROUPS: dict[str, tuple[Picture, ...]] = {
    "Answer marks": marks.PICTURES,
    "Practice": areas.PRACTICE,
    "Areas": areas.PICTURES,
    "Area 1, the person": scenes_person.PICTURES,
    "Area 2, ordinary life": scenes_life.PICTURES,
    "Area 3, happy and safe": scenes_happy.PICTURES,
    "Area 4, culture": scenes_culture.PICTURES,
    "Area 5, leaders": scenes_leaders.PICTURES,
    "Families and staff": scenes_more.PICTURES,
    "Controls": controls.CONTROLS,
    "How somebody presses": pressing.PICTURES,
    "Messages": messages.PICTURES,
    "Steps": steps.PICTURES,
    "What is kept": keeping.PICTURES,
    "Signs": signs.PICTURES,
    "Picture board, people": words.PICTURES,
    "Picture board, things": things.PICTURES,
    "Concepts": concepts.PICTURES,
    "Harm": concepts.HARM,
}


def all_pictures() -> list[Picture]:
    """Return every picture, group by group."""
    return [picture for group in GROUPS.values() for picture in group]
