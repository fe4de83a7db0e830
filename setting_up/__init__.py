"""What ``start.py`` does, step by step: Debian's part, the Python environment, the screen, the tasks.

Every module here parses on Python 3.8 and imports nothing but the standard library, because it runs
before anything is installed.
"""
