"""Answer mode: one person after the other at this computer, each in a process of their own.

``supervisor``  starts those processes and stands under them
``handover``    the running app's side: the set-up of a day, and the end of one person's turn
``exit_code``   how such a process ends
"""
