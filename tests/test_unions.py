"""A union is matched to its end: what is left over stops the types, and never passes in silence."""

from __future__ import annotations

from typing import cast

import pytest

from duq_desktop.unions import assert_never


def test_what_nobody_wrote_for_is_named_by_its_kind_and_not_by_what_it_holds() -> None:
    with pytest.raises(AssertionError, match="str") as raised:
        assert_never(cast("None", "what somebody said"))
    assert "said" not in str(raised.value)
