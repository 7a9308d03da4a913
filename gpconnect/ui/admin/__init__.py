"""*Beheer*: people, places, forms, copies, who looked, and how the program looks on this machine."""
