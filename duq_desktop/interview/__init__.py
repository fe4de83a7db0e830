"""How it is asked and answered: sessions, steps, records. Pure: no Qt, no database."""
