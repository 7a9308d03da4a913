"""Forms on screen: one widget for every form of the program."""
