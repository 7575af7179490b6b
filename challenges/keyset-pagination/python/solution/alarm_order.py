"""
What each order sorts by, largest first. The id is last in every one, so that no two alarms are equal. The values of
these columns for one alarm are a position: a place in the list that nothing can move.
"""
import re
from datetime import datetime

Position = tuple

_exact_time = re.compile(r'\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z', re.ASCII)


def _is_whole(value, least, most):
    return type(value) is int and least <= value <= most


def _is_exact_time(value):
    """As PostgreSQL prints it in UTC, with its microseconds."""
    if not isinstance(value, str) or not _exact_time.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


_checks = {
    'severity': lambda value: _is_whole(value, 1, 5),
    'raised_at': _is_exact_time,
    'id': lambda value: _is_whole(value, 1, 2**31 - 1),
}

columns_of = {
    'newest': ('raised_at', 'id'),
    'severity': ('severity', 'raised_at', 'id'),
}


def parse_position(sort: str, values) -> Position | None:
    """The position that `values` are in this order, or None when they are none."""
    columns = columns_of[sort]
    if not isinstance(values, list) or len(values) != len(columns):
        return None
    fits = all(_checks[column](value) for column, value in zip(columns, values))
    return tuple(values) if fits else None
