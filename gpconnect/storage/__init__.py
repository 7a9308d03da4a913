"""The encrypted file of one person on one device: everything they may see, and what is still to be sent.

Decisions:
    * One connection, used by one thread; every function takes `db` first. Only `connection` names the driver.
    * The file's key is random and lies in slots beside it (`slots`): a passphrase, the keyring of the operating
      system, a recovery code. A wrong passphrase, a damaged file and a newer file are three different messages, and
      none of them changes anything on disk.
    * A record is a row whose columns are the dataclass's fields. The schema is written out in migrations, so
      history never changes with the code; a test holds the two together.
    * Sealed parcels are stored before they are sent, received ones are kept as they came.
"""
