"""Measurements that the documentation quotes, each by the command that is printed with it."""
