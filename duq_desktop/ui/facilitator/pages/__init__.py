"""The pages on which a facilitator sets a computer up for a day."""
