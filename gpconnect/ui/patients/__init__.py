"""*Jeugdigen*: the list of dossiers, one dossier with its time line, and who looked in it."""
