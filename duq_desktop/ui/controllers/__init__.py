"""What joins the pages to the session, the sealed store, the voice and the reports."""
