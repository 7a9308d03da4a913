"""What people intend, as functions: one function is one intention, one transaction, one `Changes`.

Decisions:
    * A service writes through an `Action`: the record's rows, its operation and its place in the outbox are one
      transaction. What arrives from others goes through the very same `apply`, so two devices cannot differ.
    * A record is the fold of its operations: in the hub's order, then what this device has not sent yet. A device
      that hears of an earlier operation later simply folds again.
    * Who may do what is checked here, not by hiding buttons; replicas check it again on everything that comes in.
    * What a screen shows is a frozen dataclass made here; a page never sees a row.
"""
