"""The pages of How I like it."""
