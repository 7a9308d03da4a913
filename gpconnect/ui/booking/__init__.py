"""Making an appointment: one view, from the question at the desk to the card in the hand."""
