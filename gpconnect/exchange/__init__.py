"""Other people's formats: FHIR, MEDVRI, iCalendar, CBS, MIME."""
