"""What the opener's side keeps in the folder: the sealed ledger, drafts, failed attempts to unlock."""
