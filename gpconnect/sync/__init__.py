"""The conversation with the hub: sealing, opening, membership, merging. Never sees the file.

Decisions:
    * Every device keeps a whole copy of what its owner may see and exchanges signed, sealed parcels of
      operations through a hub that orders them and can read nothing.
    * What lies in clear is what the hub needs to order and refuse: space, device, chain number, claims and
      membership entries (random ids and public keys, never a name). Everything else is inside the seal.
    * Bytes are signed once, stored before sending, resent unchanged and verified as received.
"""
