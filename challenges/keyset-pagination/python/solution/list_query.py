import re
from dataclasses import dataclass

from alarm_order import Position, columns_of
from cursor import decode_cursor


class Refused(Exception):
    """A parameter that makes no sense."""

    def __init__(self, parameter: str, message: str):
        super().__init__(message)
        self.parameter = parameter


@dataclass(frozen=True)
class ListQuery:
    sort: str
    station: str | None
    limit: int
    #: Where the page lies: 'after' or 'before' its position; without one, it is the first.
    direction: str = 'after'
    position: Position | None = None


def parse_list_query(args) -> ListQuery:
    """Raises Refused, which names the first parameter that is wrong."""
    given = {name: _single(args, name) for name in ('station', 'sort', 'limit', 'after', 'before')}
    station, sort = given['station'], given['sort'] or 'newest'
    if station == '':
        raise Refused('station', 'A station has a name.')
    if given['sort'] == '' or sort not in columns_of:
        raise Refused('sort', f'There are {", ".join(columns_of)}.')
    limit = _parse_limit(given['limit'])
    directions = [name for name in ('after', 'before') if given[name] is not None]
    if not directions:
        return ListQuery(sort, station, limit)
    if len(directions) == 2:
        raise Refused('before', 'Give either after or before.')
    [direction] = directions
    position = decode_cursor(sort, station, given[direction])
    if position is None:
        raise Refused(direction, 'This is not a cursor of this list.')
    return ListQuery(sort, station, limit, direction, position)


def _single(args, name: str) -> str | None:
    values = args.getlist(name)
    if len(values) > 1:
        raise Refused(name, 'Give it once.')
    return values[0] if values else None


def _parse_limit(text: str | None) -> int:
    if text is None:
        return 25
    if not re.fullmatch(r'[0-9]{1,3}', text) or not 1 <= int(text) <= 100:
        raise Refused('limit', 'This is not a whole number from 1 to 100.')
    return int(text)
