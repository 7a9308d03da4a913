"""Recipes that build, test and package the program. Nothing here ships with it."""
