"""The machinery of tagged PDF: it conforms, and the checker that says so is seen to bite."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import reportlab
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image
from reportlab.graphics.shapes import Drawing, Rect

from duq_desktop.documents.pdf.tagged.canvas import TaggedCanvas
from duq_desktop.documents.pdf.tagged.document import TaggedDocument
from duq_desktop.documents.pdf.tagged.figures import DrawingBlock, PictureBlock, PictureFile, figure
from duq_desktop.documents.pdf.tagged.runs import Run
from duq_desktop.documents.pdf.tagged.structure import Element
from duq_desktop.documents.pdf.tagged.tables import CellText, DataTable
from duq_desktop.documents.pdf.tagged.typeface import character_map, load_typeface
from duq_desktop.documents.pdf.tagged.words import Label, TextStyle, Words
from duq_desktop.errors import PackError, ReportError
from tests.documents import kit

BODY = TextStyle()
BIG = TextStyle(size=26, leading=34, bold=True)


def furniture(canvas: TaggedCanvas, number: int, _pages: int) -> None:
    canvas.setFont(kit.typeface().regular, 11)
    canvas.drawString(60, 30, f"Page {number}")


def paragraph(parent: Element, text: str, kind: str = "P", style: TextStyle = BODY) -> Words:
    return Words(parent.child(kind), [Run(text)], style, kit.typeface())


def everything() -> bytes:
    """A document with each kind of element, over several pages."""
    document = TaggedDocument("All <kinds> & more", "en-GB", kit.typeface(), furniture)
    root = document.root
    linked = [Run("A word with a "), Run("link", link="https://example.org/(a)"), Run(" and "), *arabic()]
    long = " ".join(f"word{number}" for number in range(900))
    story = [
        paragraph(root, "A heading", "H1", BIG),
        Words(root.child("P"), linked, BODY, kit.typeface()),
        paragraph(root, "A part", "H2", BIG),
        paragraph(root, long),
        *nested_list(root),
        PictureBlock(figure(root, "A person waves."), PictureFile(kit.pictures()["welcome"].file), 90, 90),
        PictureBlock(None, PictureFile(kit.pictures()["stop"].file), 90, 90),
        DrawingBlock(figure(root, "A square."), drawing()),
        table(root, 60),
    ]
    return document.build(story)


def arabic() -> list[Run]:
    return [Run("[written in Arabic]", actual="مرحبا بكم", language="und-Arab")]


def drawing() -> Drawing:
    made = Drawing(80, 80)
    made.add(Rect(0, 0, 80, 80))
    return made


def nested_list(root: Element) -> list[Words]:
    outer = root.child("L")
    made = []
    for number in range(2):
        item = outer.child("LI")
        label = Label(item.child("Lbl"), "•")
        body = item.child("LBody")
        indented = TextStyle(indent=26)
        made.append(Words(body.child("P"), [Run(f"Item {number} " * 40)], indented, kit.typeface(), label))
        inner = body.child("L").child("LI")
        label = Label(inner.child("Lbl"), "–")
        deeper = TextStyle(indent=52)
        made.append(Words(inner.child("LBody"), [Run("Below it")], deeper, kit.typeface(), label))
    return made


def table(root: Element, rows: int) -> object:
    heading = [CellText([Run("Who")]), CellText([Run("How many")]), CellText([Run("Of them")])]
    body = [
        [CellText([Run(f"Group {n}")], header=True), CellText([Run(str(n))]), CellText([Run("x")])]
        for n in range(rows)
    ]
    body[3] = [CellText([Run("Wide")], header=True), CellText([Run("both")], columns=2)]
    body[4] = [CellText([Run("Tall")], header=True, rows=2), CellText([Run("a")]), CellText([Run("b")])]
    body[5] = [CellText([Run("c")]), CellText([Run("d")])]
    return DataTable(root, kit.typeface(), TextStyle(size=14, leading=20)).flowable(
        heading, body, [150, 150, 150]
    )


@pytest.fixture(scope="module")
def good() -> bytes:
    return everything()


def test_a_document_of_every_kind_conforms(good: bytes, tmp_path: Path) -> None:
    assert kit.failures(good, tmp_path) == []
    assert kit.errors_aloud(good, tmp_path) == []


def elements(pdf: Pdf) -> list[Dictionary]:
    found: list[Dictionary] = []
    waiting = [pdf.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting += [
            kid for kid in element.K if isinstance(kid, Dictionary) and kid.get("/Type") == "/StructElem"
        ]
    return found


def kinds(pdf: Pdf, kind: str) -> list[Dictionary]:
    return [element for element in elements(pdf) if Name(f"/{kind}") == element.S]


def lose_alt(pdf: Pdf) -> None:
    del kinds(pdf, "Figure")[0].Alt


def lose_scope(pdf: Pdf) -> None:
    for header in kinds(pdf, "TH"):
        del header.A


def lose_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def skip_a_level(pdf: Pdf) -> None:
    kinds(pdf, "H2")[0].S = Name("/H4")


def lose_link_words(pdf: Pdf) -> None:
    del next(page for page in pdf.pages if "/Annots" in page).Annots[0].Contents


def empty_parent_tree(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums = Array()


def unmark_the_page_number(pdf: Pdf) -> None:
    page = pdf.pages[0]
    content = page.Contents.read_bytes()
    start = content.index(b"/Artifact <</Type /Pagination>> BDC")
    end = content.index(b"EMC", start)
    bare = content[:start] + content[start:end].split(b"BDC", 1)[1] + content[end + 3 :]
    page.Contents = pdf.make_stream(bare)


def lose_tab_order(pdf: Pdf) -> None:
    del next(page for page in pdf.pages if "/Annots" in page).Tabs


def list_item_without_body(pdf: Pdf) -> None:
    kinds(pdf, "LBody")[0].S = Name("/TD")


def hide_the_title(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


DAMAGES: list[Callable[[Pdf], None]] = [
    lose_alt,
    lose_scope,
    lose_language,
    skip_a_level,
    lose_link_words,
    empty_parent_tree,
    unmark_the_page_number,
    lose_tab_order,
    list_item_without_body,
    hide_the_title,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_each_damage_is_caught(damage: Callable[[Pdf], None], good: bytes, tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(good)) as pdf:
        damage(pdf)
        damaged = BytesIO()
        pdf.save(damaged)
    assert kit.failures(damaged.getvalue(), tmp_path) != []


def test_what_is_cut_over_pages_stays_one_element(good: bytes) -> None:
    with pikepdf.open(BytesIO(good)) as pdf:
        pages_of_paragraph = [
            {str(kid.Pg.objgen) for kid in element.K if "/Pg" in kid} for element in kinds(pdf, "P")
        ]
        assert max(map(len, pages_of_paragraph)) >= 2
        assert len(kinds(pdf, "Table")) == 1
        assert len(kinds(pdf, "TR")) == 61
        assert len(kinds(pdf, "L")) == 3


def test_table_cells_say_what_they_cover(good: bytes) -> None:
    with pikepdf.open(BytesIO(good)) as pdf:
        attributes = [cell.A[0] for cell in kinds(pdf, "TH") + kinds(pdf, "TD") if "/A" in cell]
        assert sum("/ColSpan" in each for each in attributes) == 1
        assert sum("/RowSpan" in each for each in attributes) == 1
        scopes = [str(each.Scope) for each in attributes if "/Scope" in each]
        assert scopes.count("/Column") == 3
        assert scopes.count("/Row") == 59


def test_words_of_two_lines_do_not_grow_together(good: bytes) -> None:
    words = kit.text_of(good).split()
    numbered = [word for word in words if word.startswith("word") and word != "word"]
    assert numbered == [f"word{number}" for number in range(900)]


def test_a_replaced_stretch_carries_its_words(good: bytes) -> None:
    with pikepdf.open(BytesIO(good)) as pdf:
        (span,) = kinds(pdf, "Span")
        assert str(span.ActualText) == "مرحبا بكم"
        assert str(span.Lang) == "und-Arab"


def test_the_file_tells_no_time_and_no_computer(good: bytes) -> None:
    with pikepdf.open(BytesIO(good)) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/Producer"}
        assert str(pdf.docinfo.Title) == "All <kinds> & more"
    assert b"CreateDate" not in good
    assert everything() == good, "made twice, the same bytes: nothing of this computer is in it"


def test_headings_stand_in_the_outline(good: bytes) -> None:
    with pikepdf.open(BytesIO(good)) as pdf, pdf.open_outline() as outline:
        (whole,) = outline.root
        assert whole.title == "A heading"
        assert [part.title for part in whole.children] == ["A part"]


def test_a_picture_is_in_the_file_once(tmp_path: Path) -> None:
    picture = PictureFile(kit.pictures()["welcome"].file)

    def built(times: int) -> bytes:
        document = TaggedDocument("Pictures", "en-GB", kit.typeface(), furniture)
        blocks = [PictureBlock(figure(document.root, "A wave."), picture, 60, 60) for _ in range(times)]
        return document.build([paragraph(document.root, "Head", "H1"), *blocks])

    with pikepdf.open(BytesIO(built(40))) as pdf:
        forms = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"
        ]
    assert len(forms) == 1
    assert kit.failures(built(40), tmp_path) == []


def test_a_photograph_loses_what_the_camera_wrote(tmp_path: Path) -> None:
    photograph = tmp_path / "photo.jpg"
    image = Image.new("RGB", (40, 20), "navy")
    notes = Image.Exif()
    notes[0x010E] = "taken at 12 Oak Road"
    image.save(photograph, exif=notes)
    assert b"Oak Road" in photograph.read_bytes()
    document = TaggedDocument("Photo", "en-GB", kit.typeface(), furniture)
    block = PictureBlock(figure(document.root, "A blue thing."), PictureFile(photograph), 60, 60)
    made = document.build([paragraph(document.root, "Head", "H1"), block])
    with pikepdf.open(BytesIO(made)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        assert any(each.get("/Subtype") == "/Image" for each in streams)
        assert not any(b"Oak Road" in each.read_raw_bytes() for each in streams)
    assert kit.failures(made, tmp_path) == []


def test_a_hostile_picture_is_refused_before_it_is_drawn(tmp_path: Path) -> None:
    svg = tmp_path / "bad.svg"
    svg.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>', "utf-8")
    with pytest.raises(PackError):
        PictureFile(svg)
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0\0\0\x05\0\0\0\x05" + b"junk")
    with pytest.raises(ReportError):
        PictureFile(broken)


def test_a_figure_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="words"):
        figure(Element("Document"), "  ")


def test_a_character_map_names_no_unused_code_and_reaches_beyond_16_bits() -> None:
    made = character_map("Font", [0, 0, 0x41, 0x1F600])
    assert "<02> <0041>" in made
    assert "<03> <D83DDE00>" in made
    assert "<00> <" not in made.replace("<00> <FF>", "")


def test_another_reportlab_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reportlab, "__version__", "9.9")
    with pytest.raises(ReportError, match=r"9\.9"):
        load_typeface(kit.ROOT / "resources" / "fonts" / "lexend")


def test_missing_and_damaged_fonts_are_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="font"):
        load_typeface(tmp_path)
    (tmp_path / "Broken-Regular.ttf").write_bytes(b"no font")
    with pytest.raises(ReportError, match="font"):
        load_typeface(tmp_path)
