"""The pages of a session, and the first page."""
