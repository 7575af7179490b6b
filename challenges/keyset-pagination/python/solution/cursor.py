import json
from base64 import urlsafe_b64decode, urlsafe_b64encode

from alarm_order import Position, parse_position


def encode_cursor(sort: str, station: str | None, position: Position) -> str:
    """A cursor is of use for the very same list only, so it says which one that is."""
    text = json.dumps([sort, station, position], separators=(',', ':'))
    return urlsafe_b64encode(text.encode()).decode().rstrip('=')


def decode_cursor(sort: str, station: str | None, cursor: str) -> Position | None:
    """The position in a cursor of this list, or None when it is none."""
    try:
        padded = cursor.encode('ascii') + b'=' * (-len(cursor) % 4)
        value = json.loads(urlsafe_b64decode(padded))
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, list) or len(value) != 3 or value[:2] != [sort, station]:
        return None
    return parse_position(sort, value[2])
