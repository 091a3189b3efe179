"""Spiders that collect pages."""
