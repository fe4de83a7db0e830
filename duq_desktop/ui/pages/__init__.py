"""The pages that people see. Thin: each shows something and says what was given on it."""
