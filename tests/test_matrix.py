"""The matrix in the docs says what the tests do, and no cell of it is empty."""

from __future__ import annotations

import pytest

from setting_up import matrix


def test_the_matrix_in_the_docs_is_what_the_tests_do() -> None:
    tested = matrix.collected()
    shown = matrix.DOCUMENT.read_text("utf-8")
    assert matrix.with_table(shown, matrix.table(tested)) == shown, "python -m setting_up.matrix writes it"
    assert tested == {(way, cell) for way in matrix.WAYS for cell in matrix.CELLS}


def test_a_cell_without_a_test_shows() -> None:
    everything = {(way, cell) for way in matrix.WAYS for cell in matrix.CELLS}
    whole = matrix.table(everything)
    lacking = matrix.table(everything - {("dwell", "near")})
    assert matrix.NOT_TESTED not in whole
    changed = [(a, b) for a, b in zip(whole.splitlines(), lacking.splitlines(), strict=True) if a != b]
    assert len(changed) == 1
    assert changed[0][1].startswith("| Dwell | tested | **not** | tested |")


def test_a_test_of_a_part_that_the_matrix_lacks_is_told() -> None:
    with pytest.raises(ValueError, match="no such way or part"):
        list(matrix.way_and_cell(["tests/ui/test_every_way.py::test_by[touch-dancing]"]))
    assert list(matrix.way_and_cell(["tests/ui/test_every_way.py::test_a_whole[x]", ""])) == []


def test_a_document_without_a_place_for_it_is_told() -> None:
    with pytest.raises(ValueError, match="no place"):
        matrix.with_table("words", "table\n")
