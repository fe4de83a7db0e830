"""What is said when the memory of earlier PDFs may not be whole."""

from __future__ import annotations

DOUBT_TITLE = "Was a PDF made before?"
DOUBT: dict[str, str] = {
    "new_here": "This folder is new on this computer. A PDF of what people said may have been made from another copy. Beside it, a new one could tell what one person said.",
    "behind": "A PDF of what people said was made here that this folder does not know: it was brought back from elsewhere, or two copies made PDFs. Beside it, a new one could tell what one person said.",
    "unreadable": "Some of your sealed notes are gone or cannot be read. A PDF that was made before may be among them. Beside it, a new one could tell what one person said.",
}
DOUBT_ASK = "Open the last PDF that was made: it carries the memory, sealed to your key. Or begin anew: then only people who answer from now on are in later PDFs."
NONE_BEFORE = "No PDF was made from another copy"
OPEN_LAST = "Open the last PDF"
BEGIN_ANEW = "Begin anew"
ANEW_TITLE = "Begin anew?"
ANEW_LINE = "What was said until now stays open to you, and is in no PDF from now on. This cannot be undone."
LAST_TITLE = "Where is the last PDF?"
LAST_FIELD = "The file"
LAST_HINT = "For example “What people said.pdf”, with its folder."

NOTE_NOT_WRITTEN = "The note of what was published could not be written to {file}. Nothing was made. Make room there, then try again."
NOT_OUR_PAPER = "This file carries no memory that your key opens. Look for the last PDF of “What people said” from this folder, as the app wrote it."
NOT_THE_LAST = "A later PDF than this was made. Look for the last one."
CANNOT_BE = "This cannot be: something is known to be missing. Open the last PDF, or begin anew."
FILE_UNREADABLE = "The file {file} cannot be read. Look where it is, then try again."
REPORT_DOUBT = "{why} Add --last-paper FILE with the last PDF that was made, --none-before if none was, or --begin-anew: then only people who answer from now on are in it."
