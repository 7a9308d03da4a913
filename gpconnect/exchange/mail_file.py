"""A message as a file that a secure mail program (NTA 7516) opens as a draft; this program sends no mail itself.

Subject and text name nobody: they are read by servers on the way, and stand in lists of messages on screens.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a message.

    Attributes:
        name: as the receiver sees it; holds no name of a person.
        kind: MIME type, such as ``application/pdf``.
    """

    name: str
    kind: str
    data: bytes


def message(to: str, subject: str, words: str, attachments: Sequence[Attachment]) -> bytes:
    """The message, by RFC 5322, unsent: without sender and date, which the mail program fills in."""
    made = EmailMessage(policy=SMTP)
    made["To"] = to
    made["Subject"] = subject
    # What makes the common mail programs open the file as a draft instead of as something received.
    made["X-Unsent"] = "1"
    made.set_content(words)
    for one in attachments:
        main, _, sub = one.kind.partition("/")
        made.add_attachment(one.data, maintype=main, subtype=sub, filename=one.name)
    return made.as_bytes()
