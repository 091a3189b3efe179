"""Where a text shows titles: quoted or not, behind a class noun, in lists, or by what was made."""
