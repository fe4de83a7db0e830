"""The pages of whoever sets up the computer and opens the answers."""
