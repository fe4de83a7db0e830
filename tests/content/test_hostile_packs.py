"""Packs made to do harm: each is refused with a sentence, within a second, without a traceback."""

from __future__ import annotations

import os
import re
import shutil
import socket
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duq_desktop.content.checks import check_pack, check_set
from duq_desktop.content.files import FILES_LIMIT
from duq_desktop.content.load import load_pack
from duq_desktop.content.pictures import imported_pictures
from duq_desktop.content.safe import safe_picture
from duq_desktop.errors import PackError
from tests.content.pack_makers import SHIPPED, change, copy_of_pack

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 72 72">'
)
BOX = '<path d="M0 0h9v9z"/>'


@pytest.fixture(scope="module")
def small_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped pack without its drawings, so that a copy is quick."""
    folder = copy_of_pack(tmp_path_factory.mktemp("packs") / "pack")
    shutil.rmtree(folder / "pictures")
    return folder


@pytest.fixture
def copy(small_pack: Path, tmp_path: Path) -> Path:
    shutil.copytree(small_pack, tmp_path / "pack")
    return tmp_path / "pack"


def refusals(folder: Path) -> str:
    """What is said of the folder, by the check and by the loader, each within a second."""
    start = time.process_time()
    report = check_pack(folder)
    checked = time.process_time()
    try:
        load_pack(folder)
        loaded = ""
    except PackError as error:
        loaded = str(error)
    assert checked - start < 1
    assert time.process_time() - checked < 1
    return "\n".join([*map(str, report.problems), loaded])


def link_out(folder: Path) -> None:
    secret = folder.parent / "secret.toml"
    secret.write_text('ids = ["secret"]\nretired = []\n', "utf-8")
    (folder / "released.toml").unlink()
    (folder / "released.toml").symlink_to(secret)


def linked_folder(folder: Path) -> None:
    shutil.move(folder / "texts", folder.parent / "texts")
    (folder / "texts").symlink_to(folder.parent / "texts")


def pipe(folder: Path) -> None:
    (folder / "pack.toml").unlink()
    os.mkfifo(folder / "pack.toml")


def pipe_among_pictures(folder: Path) -> None:
    (folder / "pictures").mkdir()
    os.mkfifo(folder / "pictures/cup.svg")


def wire(folder: Path) -> None:
    (folder / "texts/en.toml").unlink()
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(folder / "texts")
        try:
            made.bind("en.toml")
        finally:
            os.chdir(here)


def folder_for_a_file(folder: Path) -> None:
    (folder / "pack.toml").unlink()
    (folder / "pack.toml").mkdir()


def giant(folder: Path) -> None:
    with (folder / "pack.toml").open("r+b") as file:
        file.truncate(8 * 1024**3)


def long_comment(folder: Path) -> None:
    with (folder / "texts/en.toml").open("a", encoding="utf-8") as file:
        file.write("#\n" * 300_000)


def bad_bytes(folder: Path) -> None:
    with (folder / "texts/en.toml").open("ab") as file:
        file.write(b"\xff\xfe")


def deep_lists(folder: Path) -> None:
    with (folder / "pack.toml").open("a", encoding="utf-8") as file:
        file.write("x = " + "[\n" * 60_000)


def deep_tables(folder: Path) -> None:
    with (folder / "pack.toml").open("a", encoding="utf-8") as file:
        file.write("x = " + "{a=" * 600)


def long_name(folder: Path) -> None:
    with (folder / "pack.toml").open("a", encoding="utf-8") as file:
        file.write(("a." * 900 + "a = 1\n") * 100)


def long_line(folder: Path) -> None:
    with (folder / "pack.toml").open("a", encoding="utf-8") as file:
        file.write("x = " + "1" * 200_000)


def many_files(folder: Path) -> None:
    (folder / "pictures").mkdir()
    first = folder / "pictures/a.txt"
    first.touch()
    for number in range(FILES_LIMIT):
        os.link(first, folder / f"pictures/{number}.txt")


def deep_folders(folder: Path) -> None:
    (folder / "a/b/c/d/e/f").mkdir(parents=True)


def out_by_language(folder: Path) -> None:
    change(folder / "pack.toml", 'main_language = "en"', 'main_language = "../../en"')
    change(folder / "pack.toml", "en = { name", '"../../en" = { name')


def out_by_picture(folder: Path) -> None:
    change(folder / "pack.toml", 'spare = "spare"', 'spare = "../../secret"')


def out_by_openmoji(folder: Path) -> None:
    change(folder / "openmoji.toml", "1F6DE", "../../../secret")


def shown_escape(folder: Path) -> None:
    change(folder / "pack.toml", 'version = "0.1.0"', 'version = "0.1.0\\u001b[31m"')


def odd_names(folder: Path) -> None:
    (folder / "pictures").mkdir()
    (folder / "pictures" / os.fsdecode(b"\xff\n\x1b[31m.svg")).write_bytes(b"no")


def odd_key(folder: Path) -> None:
    with (folder / "texts/en.toml").open("a", encoding="utf-8") as file:
        file.write('"\\u001b[31m\\n" = "x"\n')


def odd_language(folder: Path) -> None:
    change(folder / "pack.toml", "en = { name", '"\\u001b[31m\\n" = { name')


HOSTILE = [
    (odd_names, "pictures/\N{REPLACEMENT CHARACTER}"),
    (odd_key, "is not in pack.toml"),
    (odd_language, "must be a language code"),
    (link_out, "this is a link"),
    (linked_folder, "this is a link"),
    (pipe, "not an ordinary file"),
    (pipe_among_pictures, "not an ordinary file"),
    (wire, "not an ordinary file"),
    (folder_for_a_file, "not an ordinary file"),
    (giant, "bytes long; at most"),
    (long_comment, "bytes long; at most"),
    (bad_bytes, "is not UTF-8"),
    (deep_lists, "nested more than"),
    (deep_tables, "nested more than"),
    (long_name, "a name of more than"),
    (long_line, "longer than"),
    (many_files, "more than 4000 files"),
    (deep_folders, "folders lie more than"),
    (out_by_language, "must be a language code"),
    (out_by_picture, "“../../secret” must be small letters"),
    (out_by_openmoji, "must be the name of an OpenMoji file"),
    (shown_escape, "holds a character that cannot be shown"),
]


@pytest.mark.parametrize(("harm", "said"), HOSTILE, ids=lambda each: getattr(each, "__name__", None))
def test_a_hostile_pack_is_refused_with_a_sentence(
    copy: Path, harm: Callable[[Path], None], said: str
) -> None:
    harm(copy)
    found = refusals(copy)
    assert said in found
    assert "Traceback" not in found
    assert all(line.isprintable() for line in found.splitlines())
    assert found.encode()
    assert "secret.toml" not in found


def nested_use(depth: int) -> str:
    levels = "".join(f'<g id="l{n + 1}">' + f'<use xlink:href="#l{n}"/>' * 10 + "</g>" for n in range(depth))
    return SVG + f'<defs><g id="l0">{BOX}</g>{levels}</defs><use xlink:href="#l{depth}"/></svg>'


def css(rules: int, selectors: int) -> str:
    each = ",".join(".a" for _ in range(selectors)) + "{fill:#fff}"
    return f"{SVG}<style>{each * rules}</style>{BOX}</svg>"


ENTITIES = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))

BAD_SVGS = {
    "nested use": (nested_use(6), "refers to a part that itself refers"),
    "use of itself": (SVG + '<g id="a"><use href="#a"/></g></svg>', "refers to a part that itself refers"),
    "much use": (
        SVG + f'<defs><g id="a">{BOX * 300}</g></defs>' + '<use href="#a"/>' * 20 + "</svg>",
        "too many lines and points",
    ),
    "entities": (f'<!DOCTYPE svg [<!ENTITY e0 "x">{ENTITIES}]>{SVG}<title>&e9;</title></svg>', "no DOCTYPE"),
    "outside entity": (
        f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{SVG}&x;</svg>',
        "no DOCTYPE",
    ),
    "style sheet": (f'<?xml-stylesheet href="x.css"?>{SVG}</svg>', "not allowed"),
    "script": (SVG + "<script>alert(1)</script></svg>", "<script> is not allowed"),
    "picture": (SVG + '<image href="file:///etc/passwd"/></svg>', "<image> is not allowed"),
    "other prefix": (
        SVG + '<x:image xmlns:x="http://www.w3.org/2000/svg"/></svg>',
        "<x:image> is not allowed",
    ),
    "text": (SVG + "<text>hello</text></svg>", "<text> is not allowed"),
    "page": (SVG + "<foreignObject/></svg>", "<foreignObject> is not allowed"),
    "filter": (SVG + '<g filter="url(#f)"/></svg>', "the attribute filter of <g>"),
    "event": (SVG + '<g onload="x()"/></svg>', "the attribute onload of <g>"),
    "use outside": (SVG + '<use href="other.svg#a"/></svg>', "refers to something outside"),
    "use of data": (SVG + '<use xlink:href="data:image/svg+xml;base64,AAAA"/></svg>', "something outside"),
    "fill outside": (SVG + '<g fill="url(http://x.example/#a)"/></svg>', "something outside"),
    "style outside": (SVG + '<g style="fill:url(x.svg#a)"/></svg>', "something outside"),
    "style import": (SVG + "<style>@import 'x.css';</style></svg>", "style sheet has rules"),
    "style of style": (SVG + "<style>g{fill:url(x)}</style></svg>", "something outside"),
    "many rules": (css(300, 1), "style sheet has rules"),
    "many names": (css(1, 50), "style sheet has rules"),
    "slow names": (SVG + "<style>" + "a " * 20_000 + "</style></svg>", "style sheet has rules"),
    "dashes": (SVG + '<path stroke-dasharray=".0001" d="M0 0h72"/></svg>', "stroke-dasharray of <path>"),
    "dashes in style": (SVG + '<path style="stroke-dasharray:.0001" d="M0 0h72"/></svg>', "stroke-dasharray"),
    "scribble": (SVG + '<polyline points="' + "0 0 72 1 " * 9_000 + '"/></svg>', "too many lines and points"),
    "many parts": (SVG + BOX * 2_000 + "</svg>", "too many lines and points"),
    "deep": (SVG + "<g>" * 40 + "</g>" * 40 + "</svg>", "nested more than 24 deep"),
    "very deep": ("<svg>" + "<g>" * 50_000, "nested more than 24 deep"),
    "svg in svg": (SVG + SVG + "</svg></svg>", "<svg> is not allowed"),
    "gradients in a ring": (
        SVG + '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/></svg>',
        "refers to a part that itself refers",
    ),
    "cut off": (SVG + "<g>", "this is not an SVG that can be read"),
    "not xml": ("hello", "this is not an SVG that can be read"),
    "empty": ("", "this is not an SVG that can be read"),
    "other root": ("<html/>", "<html> is not allowed"),
    "other encoding": ('<?xml version="1.0" encoding="utf-7"?>' + SVG + "</svg>", "it is not in UTF-8"),
    "path words": (SVG + '<path d="M0 0 javascript"/></svg>', "has a value that is not allowed"),
}


@pytest.mark.parametrize(("content", "said"), BAD_SVGS.values(), ids=BAD_SVGS.keys())
def test_a_hostile_svg_is_refused_before_it_is_drawn(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "cup.svg"
    file.write_text(content, "utf-8")
    start = time.process_time()
    with pytest.raises(PackError) as refused:
        safe_picture(file)
    assert time.process_time() - start < 1
    assert said in str(refused.value)
    assert str(refused.value).startswith("cup.svg: ")


GOOD_SVGS = {
    "use": SVG + f'<defs><g id="a">{BOX}</g></defs><use xlink:href="#a" x="3"/></svg>',
    "gradient": SVG + '<linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient>'
    '<rect width="9" height="9" fill="url(#a)" style="stroke: rgb(1,2,3); stroke-width: 2px"/></svg>',
    "sheet": SVG + "<style>/* x */ .a, .b{fill:#fff;stroke:none} #c{opacity:.5}</style>" + BOX + "</svg>",
    "inkscape": '<?xml version="1.0" encoding="UTF-8"?>' + SVG.replace(
        "<svg ", '<svg xmlns:sodipodi="s" xmlns:inkscape="i" inkscape:version="1.2" '
    ) + '<sodipodi:namedview id="n" inkscape:zoom="2"/><g inkscape:label="L">' + BOX + "</g></svg>",
    "clip": SVG + f'<clipPath id="c">{BOX}</clipPath><g clip-path="url(#c)">{BOX}</g></svg>',
}  # fmt: skip


@pytest.mark.parametrize("content", GOOD_SVGS.values(), ids=GOOD_SVGS.keys())
def test_plain_drawings_pass_unchanged(tmp_path: Path, content: str) -> None:
    file = tmp_path / "cup.svg"
    file.write_text(content, "utf-8")
    assert safe_picture(file) == content.encode()


def png(width: int, height: int) -> bytes:
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))


def jpeg(width: int, height: int) -> bytes:
    return b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03"


def test_photographs_are_held_to_their_size(tmp_path: Path) -> None:
    for name, small, large in (
        ("a.png", png(64, 64), png(60_000, 60_000)),
        ("a.jpg", jpeg(64, 64), jpeg(60_000, 60_000)),
    ):
        file = tmp_path / name
        file.write_bytes(small)
        assert safe_picture(file) == small
        file.write_bytes(large)
        with pytest.raises(PackError, match="60000 by 60000 dots"):
            safe_picture(file)


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\x00\x00"]
)
def test_what_only_calls_itself_a_photograph_is_refused(tmp_path: Path, content: bytes) -> None:
    for name in ("a.png", "a.jpg"):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(PackError, match="not an SVG, PNG or JPEG"):
            safe_picture(tmp_path / name)


def test_an_imported_set_is_looked_through_before_it_is_used(tmp_path: Path) -> None:
    assert [str(each) for each in check_set(tmp_path)] == ["set.toml: the whole file: this file is missing."]
    (tmp_path / "set.toml").write_text('name = "n"\nlicence = "l"\ncredit = "c"\n', "utf-8")
    (tmp_path / "cup.svg").write_text(f"{SVG}{BOX}</svg>", "utf-8")
    assert check_set(tmp_path) == []
    (tmp_path / "cup.svg").write_text(f"{SVG}<script/></svg>", "utf-8")
    assert [each.file for each in check_set(tmp_path)] == ["cup.svg"]


def test_a_link_among_imported_pictures_is_refused(tmp_path: Path) -> None:
    (tmp_path / "set.toml").write_text('name = "n"\nlicence = "l"\ncredit = "c"\n', "utf-8")
    (tmp_path / "cup.svg").symlink_to("/etc/passwd")
    with pytest.raises(PackError, match="this is a link"):
        imported_pictures(tmp_path)


FILES = ["pack.toml", "texts/en.toml", "released.toml", "openmoji.toml"]
PIECES = st.sampled_from(
    ['"', "'", "[", "]", "{", "}", "=", ".", "#", "\n", "\\", "[[", "true", "1e9", "\x00", "\ufeff", "é",
     "{x}", "id", "..", '"""', "9" * 5000, "0x" + "f" * 50, "1979-13-45", "\ud7ff", "-", "inf", "[areas]"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_pack_changed_anyhow_is_clean_or_refused(small_pack: Path, data: st.DataObject) -> None:
    """Mutated files give a report and a pack or a ``PackError``: no other exception, no long wait."""
    name = data.draw(st.sampled_from(FILES))
    file = small_pack / name
    before = file.read_bytes()
    text = before.decode()
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 40))
        text = text[:at] + data.draw(PIECES | st.text(max_size=5)) + text[at + cut :]
    try:
        file.write_bytes(text.encode("utf-8", "replace"))
        said = refusals(small_pack)
        assert all(re.match(r".+: .+", line) for line in said.splitlines() if line)
    finally:
        file.write_bytes(before)


OTHER_VALUES = st.sampled_from(
    ["1", "-5", "1.5", "nan", "true", "[]", "[1]", "[{}]", "[[]]", "{}",
     "{a={}}", '""', '"x"', '"{__class__}"',
     '"{staff"', '"é\\u202e"', '"' + "y" * 700 + '"', "1979-05-27", '["a","a"]', '{id="x"}']
)  # fmt: skip
A_VALUE = re.compile(r'= ?("[^"]*"|true|\[[^\]]*\]|\{[^}]*\}|\d+)')


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_pack_with_values_of_other_kinds_is_refused(small_pack: Path, data: st.DataObject) -> None:
    """What is TOML but not a pack: a number for a text, a table for a list, a line twice or gone."""
    file = small_pack / data.draw(st.sampled_from(FILES))
    before = file.read_text("utf-8")
    lines = before.split("\n")
    at = data.draw(
        st.sampled_from([number for number, line in enumerate(lines) if A_VALUE.search(line)] or [0])
    )
    other = data.draw(OTHER_VALUES)
    change_to = data.draw(st.sampled_from(["value", "twice", "gone"]))
    if change_to == "value":
        lines[at] = A_VALUE.sub(lambda _: f"= {other}", lines[at], count=1)
    else:
        lines[at : at + 1] = [lines[at]] * (2 if change_to == "twice" else 0)
    try:
        file.write_text("\n".join(lines), "utf-8")
        assert all(line.isprintable() for line in refusals(small_pack).splitlines())
    finally:
        file.write_text(before, "utf-8")


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400)
    | st.text(alphabet='<>/="#&;! svguedfhitlxn:M0', max_size=200).map(
        lambda text: f"{SVG}{text}</svg>".encode()
    )
)
def test_any_bytes_as_svg_pass_or_are_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.svg"
    file.write_bytes(content)
    try:
        assert safe_picture(file) == content
    except PackError as error:
        assert str(error).startswith("any.svg: ")


def test_the_shipped_folder_was_not_touched() -> None:
    assert check_pack(SHIPPED).is_good
