"""What consent is asked for, by name: the purpose and the recipient that a decision is about."""

HELP = "help"
"""Help by the team itself; the recipient is the team (Jeugdwet 7.3.4)."""
FEEDBACK = "feedback"
"""Telling the practice how it goes; the recipient is the site (Jeugdwet 7.3.11)."""
HANDOVER = "handover"
"""Telling a receiver what they need to take over; the recipient is the provider (Jeugdwet 7.3.11)."""
