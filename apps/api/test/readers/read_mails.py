"""Reads mails on stdin, each behind its length (4 bytes, big-endian), and writes one line of JSON for each.

Encoded words are decoded by email.header: email.headerregistry of Python 3.11 puts a space between two that stand side by
side in a phrase, which RFC 2047 6.2 forbids. File names are unfolded here, which get_filename does not do.
"""

import base64
import email
import json
import re
import struct
import sys
from email.header import decode_header, make_header
from email.utils import getaddresses


def decoded(value):
    return str(make_header(decode_header(unfolded(value))))


def unfolded(value):
    return re.sub(r"\r?\n", "", value)


def people(message, name):
    return [
        {"name": decoded(shown), "address": address}
        for shown, address in getaddresses([unfolded(value) for value in message.get_all(name, [])])
    ]


def text_of(message, kind):
    for part in message.walk():
        if part.get_content_type() == kind and part.get_content_disposition() is None:
            return part.get_payload(decode=True).decode(part.get_content_charset("ascii"))
    return ""


def files(message):
    return [
        {
            "filename": unfolded(part.get_filename()),
            "type": part.get_content_type(),
            "contentId": part.get("Content-ID", ""),
            "content": base64.b64encode(part.get_payload(decode=True)).decode(),
        }
        for part in message.walk()
        if part.get_content_disposition() is not None
    ]


def read(source):
    message = email.message_from_bytes(source)
    return {
        "subject": decoded(message.get("Subject", "")),
        "from": people(message, "From"),
        "to": people(message, "To"),
        "cc": people(message, "Cc"),
        "replyTo": people(message, "Reply-To"),
        "headers": {name.lower(): decoded(value) for name, value in message.items()},
        "text": text_of(message, "text/plain"),
        "html": text_of(message, "text/html"),
        "files": files(message),
    }


while header := sys.stdin.buffer.read(4):
    print(json.dumps(read(sys.stdin.buffer.read(struct.unpack(">I", header)[0]))), flush=True)
