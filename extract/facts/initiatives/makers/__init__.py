"""Whom an initiative is by: named beside its title, taken up by a pronoun, or told sentences further on."""
