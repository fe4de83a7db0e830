"""The set-up of a computer for one day."""
