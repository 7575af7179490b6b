from psycopg.rows import dict_row


def list_alarms(connection, *, station, sort, limit, offset):
    """The list as it is today: see the statement for what is wrong with it."""
    first = 'severity DESC, ' if sort == 'severity' else ''
    rows = connection.cursor(row_factory=dict_row).execute(
        f"""SELECT id, station, severity, message, raised_at
            FROM alarms
            WHERE %(station)s::text IS NULL OR station = %(station)s
            ORDER BY {first}raised_at DESC
            LIMIT %(limit)s OFFSET %(offset)s""",
        {'station': station, 'limit': limit, 'offset': offset},
    )
    alarms = [
        {
            'id': row['id'],
            'station': row['station'],
            'severity': row['severity'],
            'message': row['message'],
            'raisedAt': row['raised_at'].isoformat(timespec='milliseconds').replace('+00:00', 'Z'),
        }
        for row in rows
    ]
    return {'alarms': alarms, 'next': str(offset + limit), 'previous': None}
