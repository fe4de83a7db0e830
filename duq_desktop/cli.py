"""The command line: the commands that need no window, and the one that opens it.

Each command brings in only what it needs, so that checking a pack does not load Qt.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from duq_desktop import __version__, paths
from duq_desktop.errors import ExpectedError
from duq_desktop.words import command as words

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]

USAGE_ERROR = 2
VERSION = f"DUQ Desktop {__version__}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Expected errors end in one sentence, never in a traceback."""
    asked = _parser().parse_args(sys.argv[1:] if arguments is None else arguments)
    act: Callable[[argparse.Namespace], int] = asked.act
    try:
        return act(asked)
    except ExpectedError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(words.STOPPED, file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="duq-desktop", description=words.ABOUT)
    parser.set_defaults(act=_run, one_turn=False)
    parser.add_argument("--version", action="version", version=VERSION, help=words.VERSION_HELP)
    parser.add_argument("--answer", action="store_true", default=False, help=words.ANSWER_HELP)
    _add_folders(parser, default=None)
    commands = parser.add_subparsers(title="commands", metavar="")
    run = commands.add_parser("run", help=words.RUN_HELP)
    _add_folders(run)
    run.add_argument("--answer", action="store_true", default=argparse.SUPPRESS, help=words.ANSWER_HELP)
    run.add_argument("--one-turn", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    run.set_defaults(act=_run)
    check = commands.add_parser("check-pack", help=words.CHECK_PACK_HELP)
    check.add_argument("folder", type=Path, help=words.PACK_HELP)
    check.set_defaults(act=_check_pack)
    computer = commands.add_parser("check-computer", help=words.CHECK_COMPUTER_HELP)
    computer.set_defaults(act=_check_computer)
    commands.add_parser("make-paper").set_defaults(act=_make_paper)  # the app's own: see paper_worker
    _add_sample(commands)
    _add_report(commands)
    return parser


def _add_sample(commands: _Commands) -> None:
    sample = commands.add_parser("sample", help=words.SAMPLE_HELP)
    sample.add_argument("folder", type=Path, help=words.SAMPLE_FOLDER_HELP)
    sample.add_argument("--people", type=_count, default=24, help=words.SAMPLE_PEOPLE_HELP)
    sample.add_argument("--families", type=_count, default=12, help=words.SAMPLE_FAMILIES_HELP)
    sample.add_argument("--staff", type=_count, default=20, help=words.SAMPLE_STAFF_HELP)
    sample.add_argument("--seed", type=int, default=1, help=words.SAMPLE_SEED_HELP)
    sample.set_defaults(act=_sample)


def _add_report(commands: _Commands) -> None:
    report = commands.add_parser("report", help=words.REPORT_HELP)
    report.add_argument("kind", choices=("easy-read", "about", "helpers"), help=words.REPORT_KIND_HELP)
    report.add_argument("out", type=Path, help=words.REPORT_OUT_HELP)
    report.add_argument("--passphrase-file", type=Path, default=None, help=words.REPORT_PHRASE_HELP)
    report.add_argument("--will-do", default="", help=words.REPORT_WILL_DO_HELP)
    report.add_argument("--promised", default="", help=words.REPORT_PROMISED_HELP)
    report.add_argument("--come-back", default="", help=words.REPORT_COME_BACK_HELP)
    report.add_argument("--ask", default="", help=words.REPORT_ASK_HELP)
    report.add_argument("--last-paper", type=Path, default=None, help=words.REPORT_LAST_HELP)
    report.add_argument("--none-before", action="store_true", help=words.REPORT_NONE_HELP)
    report.add_argument("--begin-anew", action="store_true", help=words.REPORT_ANEW_HELP)
    _add_folders(report)
    report.set_defaults(act=_report)


def _count(text: str) -> int:
    """A number of respondents. Raises ``ArgumentTypeError``, which argparse tells."""
    if not (text.isascii() and text.isdigit() and len(text) < 5):
        raise argparse.ArgumentTypeError(words.SAMPLE_NUMBER)
    return int(text)


def _add_folders(parser: argparse.ArgumentParser, default: str | None = argparse.SUPPRESS) -> None:
    """Before a command or after it. After it there is no default: it would undo what stood before."""
    parser.add_argument("--data-dir", type=Path, default=default, help=words.DATA_DIR_HELP)
    parser.add_argument("--config-dir", type=Path, default=default, help=words.CONFIG_DIR_HELP)


def _run(asked: argparse.Namespace) -> int:
    data, config = asked.data_dir or paths.data_folder(), asked.config_dir or paths.config_folder()
    if asked.answer:
        from duq_desktop.shell.answer_mode.supervisor import run_turns

        return run_turns(data, config)
    gc.disable()  # until the first page stands nothing is left behind that Python would have to look for
    try:
        from duq_desktop.shell.app import run
        from duq_desktop.shell.context import Folders

        return run(Folders(data, config), one_turn=asked.one_turn)
    finally:
        gc.enable()


def _check_pack(asked: argparse.Namespace) -> int:
    from duq_desktop.content.checks import check_pack
    from duq_desktop.words import fixed_words

    report = check_pack(
        asked.folder,
        fixed_words=fixed_words.shown_to_people(),
        fixed_words_family_staff=fixed_words.shown_to_families_and_staff(),
    )
    for line in report.lines():
        print(line)
    return report.exit_code


def _check_computer(_asked: argparse.Namespace) -> int:
    from duq_desktop.commands.check_computer import check_computer

    return check_computer(sys.stdout)


def _sample(asked: argparse.Namespace) -> int:
    from duq_desktop.commands.sample import sample
    from duq_desktop.sample.people import Numbers

    sample(asked.folder, Numbers(asked.people, asked.families, asked.staff), asked.seed, sys.stdout)
    return 0


def _report(asked: argparse.Namespace) -> int:
    from duq_desktop.commands.report import Wanted, report
    from duq_desktop.documents.facts import FollowUp

    data = asked.data_dir or paths.data_folder()
    config = asked.config_dir or paths.config_folder()
    follow_up = FollowUp(asked.will_do, asked.promised, asked.come_back, asked.ask)
    wanted = Wanted(
        asked.kind,
        asked.out,
        data,
        config,
        asked.passphrase_file,
        follow_up,
        asked.last_paper,
        asked.none_before,
        asked.begin_anew,
    )
    report(wanted, sys.stdout, sys.stderr)
    return 0


def _make_paper(_asked: argparse.Namespace) -> int:
    from duq_desktop.document_jobs.worker import main as make_paper

    return make_paper()
