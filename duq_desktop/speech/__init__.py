"""Reading aloud: one queue of utterances, spoken with word-by-word progress, stopped at once.

``opening.open_voice`` builds a ``voice.Voice``; nothing else of this package is needed outside it.
Everything happens in the calling thread, driven by ``Voice.tick``; only the audio device's own
callback runs elsewhere. What is spoken never depends on an answer: a voice is told what to say.
"""
