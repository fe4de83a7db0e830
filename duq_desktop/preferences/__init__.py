"""How one person likes it: how the app looks, sounds and is pressed. Pure: no Qt, no store.

``ways``     the ways of input and their times
``liking``   everything a person can choose on "How I like it"
"""
