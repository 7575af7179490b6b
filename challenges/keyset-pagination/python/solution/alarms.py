"""Pages of alarms, read from their position on; where in the list that is makes no difference."""
from psycopg import Connection
from psycopg.rows import dict_row

from alarm_order import Position, columns_of
from cursor import encode_cursor
from list_query import ListQuery

_opposite = {'after': 'before', 'before': 'after'}


def list_alarms(connection: Connection, query: ListQuery) -> dict:
    # One more than shown tells whether there are more in this direction.
    nearest = _read_alarms(connection, query, query.direction, query.position, query.limit + 1)
    more = len(nearest) > query.limit
    shown = nearest[: query.limit]
    behind = False
    if shown and query.position is not None:
        position = _position_of(query.sort, shown[0])
        behind = bool(_read_alarms(connection, query, _opposite[query.direction], position, 1))
    if query.direction == 'before':
        shown.reverse()
        has_next, has_previous = behind, more
    else:
        has_next, has_previous = more, behind
    return {
        'alarms': [_present(row) for row in shown],
        'next': _cursor(query, shown[-1]) if shown and has_next else None,
        'previous': _cursor(query, shown[0]) if shown and has_previous else None,
    }


def _read_alarms(
    connection: Connection, query: ListQuery, direction: str, position: Position | None, count: int
) -> list[dict]:
    """The alarms nearest to `position`, nearest first; without one, from the start of the list."""
    columns = columns_of[query.sort]
    is_beyond, order = ('<', 'DESC') if direction == 'after' else ('>', 'ASC')
    conditions, parameters = [], []
    if query.station is not None:
        conditions.append('station = %s')
        parameters.append(query.station)
    if position is not None:
        places = ', '.join(['%s'] * len(columns))
        conditions.append(f'({", ".join(columns)}) {is_beyond} ({places})')
        parameters.extend(position)
    where = f'WHERE {" AND ".join(conditions)}' if conditions else ''
    cursor = connection.cursor(row_factory=dict_row).execute(
        f"""SELECT id, station, severity, message, raised_at
            FROM alarms {where}
            ORDER BY {', '.join(f'{column} {order}' for column in columns)}
            LIMIT %s""",
        [*parameters, count],
    )
    return cursor.fetchall()


def _position_of(sort: str, row: dict) -> Position:
    exact = {**row, 'raised_at': _in_utc(row['raised_at'], 'microseconds')}
    return tuple(exact[column] for column in columns_of[sort])


def _cursor(query: ListQuery, row: dict) -> str:
    return encode_cursor(query.sort, query.station, _position_of(query.sort, row))


def _present(row: dict) -> dict:
    shown = {name: row[name] for name in ('id', 'station', 'severity', 'message')}
    return {**shown, 'raisedAt': _in_utc(row['raised_at'], 'milliseconds')}


def _in_utc(time, precision: str) -> str:
    return time.isoformat(timespec=precision).replace('+00:00', 'Z')
