"""The PDFs: accessible, easy to read, and made from data by templates of their own.

Each document is one module with one ``document(...) -> bytes`` and touches no file: what a person said goes
through memory only. ``tagged`` is the machinery that makes a PDF readable to a screen reader (PDF/UA-1).
"""
