"""start.py: parses everywhere, says what is wrong in sentences, mends what was broken off; the locks hold."""

from __future__ import annotations

import ast
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from PySide6.QtCore import QObject

import start
from setting_up import debian, licences, tasks, words
from setting_up.console import SetUpFailed
from setting_up.environment import COVERS, Environment

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib  # type: ignore[import-not-found, unused-ignore]

ROOT = Path(__file__).resolve().parent.parent
MODULES = [ROOT / "start.py", *sorted((ROOT / "setting_up").glob("*.py"))]
LOCKS = sorted((ROOT / "locks").glob("*.txt"))


def run_python(code: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """A child Python in the checkout, without any screen but the one that ``surroundings`` name."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={**kept, **surroundings}, capture_output=True, text=True
    )


# --- what start.py is made of ---------------------------------------------------------------------

ONCE_SET_UP = {"catalogues"}
"""Tools that run in the place that start.py has made, as processes of their own."""


def test_start_itself_brings_in_no_tool_that_needs_something_installed() -> None:
    done = run_python(
        "import sys, start; print([name for name in sys.modules if 'babel' in name or 'duq' in name])"
    )
    assert done.stdout.strip() == "[]", done.stderr
    for module in MODULES:
        if module.stem not in ONCE_SET_UP:
            assert not any(f"import {name}" in module.read_text("utf-8") for name in ONCE_SET_UP)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_it_parses_on_python_3_8_and_needs_nothing_installed(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"), feature_version=(3, 8))
    if module.stem in ONCE_SET_UP:
        return
    for node in ast.walk(tree):
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            assert name.split(".")[0] in {*sys.stdlib_module_names, "setting_up"}, name


@pytest.mark.parametrize("version", [(3, 8, 18), (3, 9, 2), (3, 15, 0)])
def test_a_python_that_does_not_fit_gets_one_sentence(version: tuple[int, ...]) -> None:
    code = f"import sys; sys.version_info = {(*version, 'final', 0)}; import start; sys.exit(start.main([]))"
    done = run_python(code)
    assert done.returncode == 2
    assert "needs Python 3.10 to 3.14" in done.stderr and "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_python_it_asks_for_is_the_one_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest, newest = start.OLDEST, start.NEWEST
    assert project["requires-python"] == f">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1] + 1}"


@pytest.mark.parametrize(
    "wrong", [["frob"], ["run", "--smoke"], ["test", "x"], ["shots", "a", "b"], ["package", "a", "b"]]
)
def test_an_unknown_word_gets_the_usage(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(wrong) == 2
    said = capsys.readouterr()
    assert (
        f"“{wrong[1 if wrong[0] in ('shots', 'package') else -1]}”" in said.err
        and "How to use it" in said.err
    )


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(f"start.py {command}" in said for command in start.COMMANDS if command != "run")


# --- the screen -----------------------------------------------------------------------------------

BEGIN = f"""
import sys
from pathlib import Path
from setting_up import screen, tasks
python = Path({sys.executable!r})
"""
OPEN = f"{BEGIN}sys.exit(tasks.run(python, Path({str(ROOT)!r}), []))"
ASK = f"{BEGIN}sys.exit(not screen.has_screen(python))"


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux a program can be without a screen")
@pytest.mark.parametrize("surroundings", [{}, {"DISPLAY": ":65432"}], ids=["none", "dead"])
def test_without_a_screen_it_says_so_and_how_to_go_on(surroundings: dict[str, str]) -> None:
    done = run_python(OPEN, **surroundings)
    assert done.returncode == tasks.NO_SCREEN_CODE
    assert done.stderr.startswith(words.NO_SCREEN) and "xvfb-run" in words.NO_SCREEN
    assert "Traceback" not in done.stderr and "no Qt platform plugin" not in done.stderr


def test_with_a_screen_it_goes_on() -> None:
    done = run_python(ASK, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.screen
def test_the_tests_have_a_screen_around_them() -> None:
    done = run_python(ASK, DISPLAY=os.environ["DISPLAY"])
    assert (done.returncode, done.stderr) == (0, "")
    assert os.environ["DBUS_SESSION_BUS_ADDRESS"]


def test_this_release_of_qt_keeps_pythons_none_alive() -> None:
    """PySide6 6.12.0 drops one reference to None for each call that returns none, until Python ends."""
    thing, before = QObject(), sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100


# --- Debian's part --------------------------------------------------------------------------------

on_debian = pytest.mark.skipif(not debian.is_debian(), reason="this system is not a Debian")


@on_debian
def test_what_is_missing_is_seen_whatever_name_it_goes_by() -> None:
    wanted = [("dpkg",), ("no-such-package-t64", "no-such-package"), ("apt-of-another-name", "apt")]
    assert debian.missing(wanted) == [("no-such-package-t64", "no-such-package")]


@on_debian
def test_nothing_is_called_when_nothing_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert debian.provide([("dpkg",), ("apt",)]) == []
    assert capsys.readouterr() == ("", "")


@pytest.fixture
def tools_without_sudo() -> Iterator[Path]:
    """A folder, open to everybody, with Debian's tools and no sudo."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        for tool in ("dpkg-query", "apt-get", "apt-cache"):
            (folder / tool).symlink_to(shutil.which(tool) or "")
        yield folder


@on_debian
def test_without_rights_it_names_what_is_missing_and_goes_on(tools_without_sudo: Path) -> None:
    code = """
import os
from setting_up import debian
if os.geteuid() == 0:
    os.seteuid(65534)
print(debian.provide([("dpkg",), ("no-such-package",)]))
"""
    done = run_python(code, PATH=str(tools_without_sudo))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "['no-such-package']"
    assert "apt-get install no-such-package" in done.stderr


# --- the environment ------------------------------------------------------------------------------


def make_wheel(folder: Path, version: str) -> str:
    """A wheel of a small package; the line that locks it."""
    wheel = folder / f"small_part-{version}-py3-none-any.whl"
    papers = f"small_part-{version}.dist-info"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr("small_part.py", f"version = {version!r}\n")
        packed.writestr(
            f"{papers}/METADATA", f"Metadata-Version: 2.1\nName: small-part\nVersion: {version}\n"
        )
        packed.writestr(f"{papers}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        packed.writestr(f"{papers}/RECORD", "")
    return f"small-part=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Environment]:
    """A checkout that needs one small package, to be had from a folder; nothing is fetched from anywhere."""
    root = tmp_path_factory.mktemp("checkout")
    (root / "locks").mkdir()
    environment = Environment(root)
    lines = make_wheel(root, "1.0")
    for kind in COVERS["test"]:
        environment.lock(kind).write_text(lines, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PIP_NO_INDEX", "1")
        patch.setenv("PIP_FIND_LINKS", str(root))
        patch.setenv("PIP_CONFIG_FILE", os.devnull)
        yield environment


def version_in(environment: Environment) -> str:
    code = "import small_part; print(small_part.version)"
    return subprocess.run([environment.python, "-c", code], capture_output=True, text=True).stdout.strip()


def test_it_is_made_kept_brought_up_to_date_and_refuses_a_wrong_hash(
    small: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    small.prepare("run")
    said = capsys.readouterr().out
    assert version_in(small) == "1.0"
    assert "1 of 1: small" in said and words.ENVIRONMENT_READY in said

    own = small.folder / "kept"
    own.touch()
    small.prepare("run")
    assert capsys.readouterr() == ("", ""), "a second start has nothing to say"

    small.lock("run").write_text(make_wheel(small.root, "1.1"), "utf-8")
    assert not small.is_ready("run")
    small.prepare("run")
    assert version_in(small) == "1.1" and own.exists(), "a changed lock is no reason to begin anew"

    good = small.lock("run").read_text("utf-8")
    wrong = re.sub(r"sha256:\w{4}", "sha256:0000", make_wheel(small.root, "1.2"))
    small.lock("run").write_text(wrong, "utf-8")
    with pytest.raises(SetUpFailed, match="could not be fetched"):
        small.prepare("run")
    assert not small.is_ready("run")
    small.lock("run").write_text(good, "utf-8")


PREPARE = """
from pathlib import Path
from setting_up.environment import Environment
Environment(Path({!r})).prepare("test")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_a_set_up_that_was_killed_is_mended(small: Environment, capsys: pytest.CaptureFixture[str]) -> None:
    command = [sys.executable, "-u", "-c", PREPARE.format(str(small.root))]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if line.startswith(words.ENVIRONMENT_FETCHING[:20]):
                os.killpg(child.pid, signal.SIGKILL)
                break
    assert child.returncode == -signal.SIGKILL
    assert not small.is_ready("test")

    small.prepare("test")
    assert words.ENVIRONMENT_MENDING in capsys.readouterr().out
    assert version_in(small) == "1.0" and small.is_ready("test")


@pytest.mark.skipif(sys.platform == "win32", reason="locks as POSIX does")
def test_a_second_one_waits_for_the_first(small: Environment) -> None:
    small.prepare("test")
    small.marker.unlink()
    command = [sys.executable, "-u", "-c", PREPARE.format(str(small.root))]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline().strip() == words.ENVIRONMENT_MENDING
        second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        said = first.stdout.read()
    assert (first.returncode, second.returncode) == (0, 0)
    assert words.ENVIRONMENT_READY in said
    assert second.stdout.strip() == words.ENVIRONMENT_WAITING and version_in(small) == "1.0"


def test_an_environment_whose_python_has_gone_is_made_anew(small: Environment) -> None:
    small.prepare("test")
    small.python.unlink()
    assert not small.is_ready("test")
    small.prepare("test")
    assert version_in(small) == "1.0"


# --- the locks ------------------------------------------------------------------------------------


def pins(lock: Path) -> list[Requirement]:
    lines = re.findall(r"^(\S+==[^\\\n]*)", lock.read_text("utf-8"), re.MULTILINE)
    return [Requirement(line.strip()) for line in lines]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_a_lock_has_hashes_and_names_no_place(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert not re.search(r"https?:|file:|--(extra-)?index|--find-links|@", text)
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) == len(pins(lock)) > 30
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", entry) for entry in entries)


@pytest.mark.parametrize("suffix", ["", "-macos"])
def test_each_lock_holds_all_of_those_before(suffix: str) -> None:
    kinds = COVERS["test"]
    run, package, test = (set(map(str, pins(ROOT / "locks" / f"{kind}{suffix}.txt"))) for kind in kinds)
    assert run < package < test


SYSTEMS = [
    ("linux", "x86_64", ""),
    ("linux", "aarch64", ""),
    ("win32", "AMD64", ""),
    ("darwin", "arm64", "-macos"),
]


@pytest.mark.parametrize("python", [f"3.{minor}" for minor in range(start.OLDEST[1], start.NEWEST[1] + 1)])
@pytest.mark.parametrize(("system", "machine", "suffix"), SYSTEMS)
def test_a_lock_answers_the_project_on_every_python_and_system(
    python: str, system: str, machine: str, suffix: str
) -> None:
    place = {"python_version": python, "python_full_version": f"{python}.1", "sys_platform": system}
    place |= {"platform_machine": machine, "platform_release": "25.0.0", "implementation_name": "cpython"}
    place |= {"platform_python_implementation": "CPython", "extra": ""}

    def applies(marker: Marker | None) -> bool:
        return marker is None or marker.evaluate(place)

    whole = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    app, groups = whole["project"]["dependencies"], whole["dependency-groups"]
    tests = [each for each in groups["test"] if isinstance(each, str)]
    assert len(tests) == len(groups["test"]) - 1, "the tests' group includes that of the package"
    for kind, asked in (
        ("run", app),
        ("package", app + groups["package"]),
        ("test", app + groups["package"] + tests),
    ):
        here = [pin for pin in pins(ROOT / "locks" / f"{kind}{suffix}.txt") if applies(pin.marker)]
        versions = {pin.name.lower(): next(iter(pin.specifier)).version for pin in here}
        assert len(versions) == len(here), "a package is locked twice for one place"
        for each in map(Requirement, asked):
            if applies(each.marker):
                assert each.specifier.contains(versions[each.name.lower()]), f"{each}: make the locks anew"


def test_the_build_tool_is_locked_at_the_release_that_the_build_asks_for() -> None:
    (asked,) = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    assert asked in {f"{pin.name}{pin.specifier}" for pin in pins(ROOT / "locks" / "test.txt")}


# --- licences -------------------------------------------------------------------------------------

GOOD = licences.Entry("alpha", "MIT", "MIT License", "Does it")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (GOOD._replace(licence="AGPL-3.0-only"), "does not go with"),
        (GOOD._replace(licence="MIT AND Proprietary"), "does not go with"),
        (GOOD._replace(reason=""), "no reason"),
        (GOOD._replace(stated="BSD"), "its papers say “MIT License”"),
        (GOOD._replace(name="alp"), "no line"),
        (GOOD._replace(name="alp"), "in no lock"),
    ],
)
def test_the_licence_check_finds_what_is_wrong(entry: licences.Entry, said: str) -> None:
    found = list(licences.problems({"alpha"}, {"alpha"}, [entry], {"alpha": "MIT License"}))
    assert any(said in problem for problem in found)


def test_the_licence_check_lets_what_is_right_pass() -> None:
    table = [
        GOOD,
        licences.Entry("beta-*", "GPL-2.0-only OR MIT", "x", "y"),
        licences.Entry("gamma", "AGPL-3.0-only", "z", "w"),
    ]
    everything = {"alpha", "beta-1", "beta-2", "gamma"}
    assert not list(licences.problems({"alpha", "beta-1"}, everything, table, {"beta-2": "x"}))


def test_every_locked_package_has_its_line() -> None:
    assert licences.main() == 0
