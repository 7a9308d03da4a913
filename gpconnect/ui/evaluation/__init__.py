"""Evaluation: four voices, on this screen, on paper, or in four clicks."""
