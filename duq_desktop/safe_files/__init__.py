"""The one way to open files, for everybody: no link is followed, nothing that could block is opened.

``reading`` gives the bytes of ordinary files and nothing else. ``writing`` puts a file on the disk whole
or not at all, for this account alone. ``refusals`` says why not, in a sentence.
"""
