"""How the hub's database grows from one version to the next; never edited after a release."""
