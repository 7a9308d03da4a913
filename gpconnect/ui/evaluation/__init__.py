"""*Evaluatie*: four voices at fixed moments, on a locked screen, on paper, or in four clicks."""
