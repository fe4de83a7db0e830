"""How one person likes it: how the app looks, sounds and is pressed. Pure: no Qt, no store.

``input_methods``  the ways to press, and their times
``preferences``    everything a person can choose on "How I like it"
``profile``        preferences as a person keeps and carries them
``codec``          a profile as a file and back
"""
