"""Makes one paper in a process of its own, so that the app's pages stay alive.

Started as ``python -m duq_desktop.document_jobs.worker``. It reads its order from the standard input and
writes nothing but frames (see ``paper_job``). It ends when the app does: then nobody takes the next frame.
What it held ends with it.
"""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from duq_desktop.device.private_memory import keep_memory_private
from duq_desktop.device.std_streams import binary_stream
from duq_desktop.document_jobs.document_maker import DocumentMaker
from duq_desktop.document_jobs.job import FAULT, DocumentJob, Frame
from duq_desktop.errors import ReportError


def make(job: DocumentJob, out: BinaryIO) -> None:
    """Make the paper and tell of it through ``out``. A fault of ours is told without its message."""

    def tell(frame: Frame) -> None:
        out.write(frame.to_bytes())
        out.flush()

    def told(pages: int) -> None:
        tell(Frame.pages(pages))

    try:
        documents = DocumentMaker(job.pack, job.words, job.fonts)
        papers = documents.make(job.kind, job.arguments, told)
    except ReportError as trouble:
        tell(Frame.failed(trouble))
    except BrokenPipeError:
        raise
    except Exception:  # noqa: BLE001  # a traceback may quote what people said
        tell(Frame(FAULT))
    else:
        tell(Frame.done(papers))


def main() -> int:
    """Take the order and make it; the exit code."""
    keep_memory_private()
    try:
        order = binary_stream(sys.stdin, 0, "rb").read()
        make(DocumentJob.from_bytes(order), binary_stream(sys.stdout, 1, "wb"))
    except BrokenPipeError:
        _listen_to_nobody()
        return 1
    return 0


def _listen_to_nobody() -> None:
    """What was not taken goes nowhere: Python would try it once more at its end, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
