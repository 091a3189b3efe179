"""Which mentions speak of the same thing: people, campaigns and union bodies across articles.

Pure functions over rows; no database. Every decision carries the score and the comparisons it rests on, and a
human's word (``same`` or ``different``) always goes before the score and can be taken back.
"""
