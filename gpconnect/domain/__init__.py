"""What the pilot knows: people, consent, schedule, notes, handover, evaluation, indicators.

Frozen dataclasses and pure functions. No Qt, SQL, network, files or clock: time is an argument.

Decisions:
    * Records hold plain values only (text, numbers, dates, enums, tuples, mappings of these), so that one
      encoder serves the file, the parcel and the export.
    * Ids are 32 hex digits of randomness, made outside the domain. A child has the same id in the practice's
      card and in the team's dossier; it means nothing to anybody else.
    * Instants are aware UTC datetimes; days are dates; the practice's wall clock is Europe/Amsterdam.
"""
