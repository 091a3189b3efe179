"""One module per command of ``thidua``. What is slow to import is imported inside the command."""
