"""The writer of tagged, easy-read PDFs. Loads reportlab."""
