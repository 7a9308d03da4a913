"""Sharing: how it stands with the hub, what needs a choice, and what the municipality sees."""
