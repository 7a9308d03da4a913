"""*Sociale kaart*: who can help further, how soon, and keeping that up to date."""
