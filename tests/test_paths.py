"""A checkout's folders win; an installed app finds the copies in its wheel; neither is said calmly."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from duq_desktop import paths
from duq_desktop.errors import SetUpError

ROOT = Path(__file__).resolve().parent.parent


def test_a_checkout_uses_its_own_folders() -> None:
    assert paths.packs_folder() == ROOT / "easyread"
    assert paths.resources_folder() == ROOT / "resources"


def test_the_checkout_wins_over_what_the_package_carries(tmp_path: Path) -> None:
    package = tmp_path / "duq_desktop"
    carried = package / "_data" / "easyread"
    carried.mkdir(parents=True)
    (tmp_path / "easyread").mkdir()
    assert paths.find_part("easyread", package) == carried, "a stranger's folder beside the package was taken"
    (tmp_path / "pyproject.toml").touch()
    assert paths.find_part("easyread", package) == tmp_path / "easyread"


def test_a_missing_part_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SetUpError, match="install the app again"):
        paths.find_part("easyread", tmp_path / "duq_desktop")


def test_data_and_configuration_lie_apart_and_outside_the_program() -> None:
    data, config = paths.data_folder(), paths.config_folder()
    assert data != config
    assert data not in config.parents and config not in data.parents
    assert ROOT not in data.parents and ROOT not in config.parents


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the wheel, built here and offline, is installed into."""
    folder = tmp_path_factory.mktemp("wheel")
    offline = {**os.environ, "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target)]
    subprocess.run([*install, str(wheel)], check=True, env=offline, cwd=folder, capture_output=True)
    return target


def _from_installed(target: Path, code: str) -> str:
    """What ``code`` prints in a Python that sees the installed package and not the checkout."""
    surroundings = {**os.environ, "PYTHONPATH": str(target)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=target, env=surroundings, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def test_an_installed_app_finds_the_packs_and_resources_of_its_wheel(installed: Path) -> None:
    code = "from duq_desktop import paths; print(paths.packs_folder()); print(paths.resources_folder())"
    packs, resources = map(Path, _from_installed(installed, code).splitlines())
    assert packs == installed / "duq_desktop" / "_data" / "easyread"
    assert resources == installed / "duq_desktop" / "_data" / "resources"


@pytest.mark.parametrize("part", ["easyread", "resources"])
def test_the_wheel_carries_every_file_of_a_part(installed: Path, part: str) -> None:
    def files(folder: Path) -> set[str]:
        found = (each for each in folder.rglob("*") if each.is_file() and "__pycache__" not in each.parts)
        return {each.relative_to(folder).as_posix() for each in found}

    # tools/drawing makes the pictures; what it made is in the packs
    ours = {name for name in files(ROOT / part) if not name.startswith("drawing/")}
    assert ours, f"{part} is empty"
    assert files(installed / "duq_desktop" / "_data" / part) == ours


def test_the_wheel_names_its_licence_and_its_command(installed: Path) -> None:
    (metadata,) = installed.glob("duq_desktop-*.dist-info")
    assert "License-Expression: GPL-3.0-or-later" in (metadata / "METADATA").read_text("utf-8")
    assert (metadata / "licenses" / "LICENSE").is_file()
    assert "duq-desktop = duq_desktop.__main__:main" in (metadata / "entry_points.txt").read_text("utf-8")
