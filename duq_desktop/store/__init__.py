"""The sealed inbox: one SQLite file through sqlite-utils, written by everybody, read by the opener.

``inbox``          what was answered: ``Store`` (set up, open, begin, come back, delete, unlock), ``Sitting``
                   (seals one record at each Next), ``Opener`` (what the pass phrase allows)
``file``           the folder, the database in it, its tables, its errors, the preview before the first page
``copies``         backups, bringing one back, and deletion that reaches them
``profile_boxes``  how people like it, one box each
``demo_folder``    a throw-away folder for looking round before set-up
"""
