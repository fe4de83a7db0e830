"""The work of the commands that need no window. Nothing here loads Qt."""
