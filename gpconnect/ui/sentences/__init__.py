"""The sentences of the catalogue, by subject; `gpconnect.ui.messages` finds them by code."""
