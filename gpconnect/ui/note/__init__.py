"""Notitie: writing, signing, and what happens after the talk."""
