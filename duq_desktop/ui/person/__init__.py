"""From the first page to the end of one respondent's session."""
