"""The evaluation of the pilot: look, write what it means, save, print and issue."""
