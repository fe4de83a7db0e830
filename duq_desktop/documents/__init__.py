"""What each document holds, as blocks (``blocks``), in any language and without any writer.

Each document is one module with one ``document(..., materials) -> Document`` and touches no file: what a
person said goes through memory only. ``pdf`` writes blocks as PDFs that a screen reader can read (PDF/UA-1).
"""
