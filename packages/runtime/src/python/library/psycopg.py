"""
A subset of Psycopg 3 over the run's PostgreSQL: the DB-API 2.0 with the names that Psycopg adds to it. What is not
here is not there: an attribute that is missing says so.
"""
import json as _json
import re
import struct
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from types import SimpleNamespace
from urllib.parse import urlsplit
from uuid import UUID

import _assay

apilevel = '2.0'
threadsafety = 1
paramstyle = 'pyformat'


class Error(Exception):
    """What PostgreSQL answered; `sqlstate` is its code, `diag` has its fields."""

    sqlstate = None

    def __init__(self, message='', fields=None):
        super().__init__(message)
        fields = fields or {}
        self.sqlstate = fields.get('C', self.sqlstate)
        self.diag = SimpleNamespace(
            sqlstate=self.sqlstate,
            severity=fields.get('V'),
            message_primary=fields.get('M'),
            message_detail=fields.get('D'),
            message_hint=fields.get('H'),
            schema_name=fields.get('s'),
            table_name=fields.get('t'),
            column_name=fields.get('c'),
            constraint_name=fields.get('n'),
        )


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class DataError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class InternalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


#: The class of an error by the first two characters of its code.
_classes = {
    '08': OperationalError,
    '0A': NotSupportedError,
    '22': DataError,
    '23': IntegrityError,
    '25': InternalError,
    '26': ProgrammingError,
    '28': OperationalError,
    '3F': ProgrammingError,
    '40': OperationalError,
    '42': ProgrammingError,
    '53': OperationalError,
    '55': OperationalError,
    '57': OperationalError,
    '58': OperationalError,
}
_named = {
    '22P02': ('InvalidTextRepresentation', DataError),
    '22003': ('NumericValueOutOfRange', DataError),
    '23502': ('NotNullViolation', IntegrityError),
    '23503': ('ForeignKeyViolation', IntegrityError),
    '23505': ('UniqueViolation', IntegrityError),
    '23514': ('CheckViolation', IntegrityError),
    '23P01': ('ExclusionViolation', IntegrityError),
    '25P02': ('InFailedSqlTransaction', InternalError),
    '40001': ('SerializationFailure', OperationalError),
    '40P01': ('DeadlockDetected', OperationalError),
    '42601': ('SyntaxError', ProgrammingError),
    '42703': ('UndefinedColumn', ProgrammingError),
    '42P01': ('UndefinedTable', ProgrammingError),
    '55P03': ('LockNotAvailable', OperationalError),
    '57014': ('QueryCanceled', OperationalError),
}
_by_code = {code: type(name, (base,), {'sqlstate': code}) for code, (name, base) in _named.items()}


class errors:
    """`errors.UniqueViolation` and its like; `lookup` finds one by its code."""

    @staticmethod
    def lookup(sqlstate):
        return _by_code[sqlstate]


for _found in _by_code.values():
    setattr(errors, _found.__name__, _found)


def _to_error(fields):
    code = fields.get('C', '')
    kind = _by_code.get(code) or _classes.get(code[:2], DatabaseError)
    detail = f'\nDETAIL:  {fields["D"]}' if 'D' in fields else ''
    return kind(f'{fields.get("M", "")}{detail}', fields)


class Jsonb:
    """A parameter that is sent as JSON."""

    def __init__(self, obj):
        self.obj = obj


Json = Jsonb


def _dump(value):
    """A parameter in PostgreSQL's text format; None is NULL."""
    if value is None:
        return None
    if isinstance(value, bool):
        return 't' if value else 'f'
    if isinstance(value, Jsonb):
        return _json.dumps(value.obj)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return '\\x' + bytes(value).hex()
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return f'{value.total_seconds()} seconds'
    if isinstance(value, (list, tuple)):
        return '{' + ','.join(_dump_item(item) for item in value) + '}'
    if isinstance(value, (str, int, float, Decimal, UUID)):
        return str(value)
    raise ProgrammingError(f'cannot adapt type {type(value).__name__!r}')


def _dump_item(item):
    if item is None:
        return 'NULL'
    if isinstance(item, (list, tuple)):
        return _dump(item)
    return '"' + _dump(item).replace('\\', '\\\\').replace('"', '\\"') + '"'


def _load_time(text):
    text = text.replace(' ', 'T', 1)
    if re.search(r'[+-]\d\d$', text):
        text += ':00'
    return datetime.fromisoformat(text)


def _array_of(load):
    def load_array(text):
        items, position = [], 1
        while text[position] != '}':
            if text[position] == '"':
                match = re.compile(r'"((?:[^"\\]|\\.)*)"').match(text, position)
                items.append(load(re.sub(r'\\(.)', r'\1', match[1])))
            elif text[position] == '{':
                raise NotSupportedError('arrays of arrays are not supported')
            else:
                match = re.compile(r'[^,}]*').match(text, position)
                items.append(None if match[0] == 'NULL' else load(match[0]))
            position = match.end() + (text[match.end()] == ',')
        return items

    return load_array


_loaders = {
    16: lambda text: text == 't',
    17: lambda text: bytes.fromhex(text[2:]),
    **dict.fromkeys((20, 21, 23, 26), int),
    **dict.fromkeys((700, 701), float),
    1700: Decimal,
    **dict.fromkeys((114, 3802), _json.loads),
    1082: date.fromisoformat,
    **dict.fromkeys((1114, 1184), _load_time),
    2950: UUID,
    **dict.fromkeys((1005, 1007, 1016), _array_of(int)),
    **dict.fromkeys((1009, 1015), _array_of(str)),
    **dict.fromkeys((1021, 1022), _array_of(float)),
    1000: _array_of(lambda text: text == 't'),
    1231: _array_of(Decimal),
    2951: _array_of(UUID),
}


def _convert(query, parameters):
    """The statement with $1, $2 … and the values in that order."""
    if parameters is None:
        return query, []
    named = hasattr(parameters, 'keys')
    places, values = {}, []

    def place(match):
        text = match[0]
        if text == '%%':
            return '%'
        if text == '%s':
            if named:
                raise ProgrammingError('positional and named placeholders cannot be mixed')
            values.append(None)
            return f'${len(values)}'
        if match[1] is None:
            raise ProgrammingError(f'only %s and %(name)s are placeholders, got {text!r}; write %% for a per cent sign')
        if not named:
            raise TypeError('query parameters should be a mapping')
        if match[1] not in places:
            values.append(parameters[match[1]])
            places[match[1]] = f'${len(values)}'
        return places[match[1]]

    text = re.sub(r'%(?:\((\w+)\))?.?', place, query, flags=re.S)
    if named:
        return text, values
    if len(values) != len(parameters):
        raise ProgrammingError(f'the query has {len(values)} placeholders but {len(parameters)} parameters were passed')
    return text, list(parameters)


def tuple_row(cursor):
    return tuple


def dict_row(cursor):
    names = [column.name for column in cursor.description or ()]
    return lambda values: dict(zip(names, values))


def scalar_row(cursor):
    return lambda values: values[0]


rows = SimpleNamespace(tuple_row=tuple_row, dict_row=dict_row, scalar_row=scalar_row)


class Column(tuple):
    """What DB-API 2.0 says of a column: its name and the number of its type come first."""

    name = property(lambda self: self[0])
    type_code = property(lambda self: self[1])


class _Wire:
    """PostgreSQL's protocol, version 3, with its extended queries in text format."""

    def __init__(self, host, port, user, database):
        try:
            self._connection = _assay.Connection(port)
        except OSError as error:
            raise OperationalError(f'connection to server at "{host}", port {port} failed: {error.strerror}') from None
        self.status = b'I'
        settings = f'user\0{user}\0database\0{database}\0client_encoding\0UTF8\0DateStyle\0ISO\0TimeZone\0UTC\0\0'
        body = struct.pack('!i', 196_608) + settings.encode()
        self._connection.send(struct.pack('!i', len(body) + 4) + body)
        self._answer(None)

    def _message(self, kind, body=b''):
        return kind + struct.pack('!i', len(body) + 4) + body

    def execute(self, query, values, result):
        parts = [_dump(value) for value in values]
        bound = b''.join(
            struct.pack('!i', -1) if part is None else struct.pack('!i', len(part.encode())) + part.encode()
            for part in parts
        )
        self._connection.send(
            self._message(b'P', b'\0' + query.encode() + b'\0' + struct.pack('!h', 0))
            + self._message(b'B', b'\0\0' + struct.pack('!hh', 0, len(parts)) + bound + struct.pack('!h', 0))
            + self._message(b'D', b'P\0')
            + self._message(b'E', b'\0' + struct.pack('!i', 0))
            + self._message(b'S')
        )
        self._answer(result)

    def execute_simple(self, query, result):
        """Several statements at once, without parameters; the last one's rows remain."""
        self._connection.send(self._message(b'Q', query.encode() + b'\0'))
        self._answer(result)

    def close(self):
        self._connection.send(self._message(b'X'))
        self._connection.close()

    def _answer(self, result):
        """Reads up to the server being ready. Raises what it complained of."""
        failure = None
        while True:
            try:
                head = self._connection.read(5)
                body = self._connection.read(struct.unpack('!i', head[1:])[0] - 4)
            except ConnectionResetError:
                self.status = b'X'
                raise failure or OperationalError('server closed the connection unexpectedly') from None
            kind = head[:1]
            if kind == b'Z':
                self.status = body
                break
            if kind == b'E':
                failure = failure or _to_error(_fields(body))
            elif kind == b'R' and body[:4] != b'\0\0\0\0':
                raise NotSupportedError('only trust authentication is supported')
            elif kind == b'T' and result is not None:
                result.describe(body)
            elif kind == b'D' and result is not None:
                result.rows.append(result.load(body))
            elif kind == b'C' and result is not None:
                result.complete(body[:-1].decode())
        if failure:
            raise failure


def _fields(body):
    return {part[:1].decode(): part[1:].decode() for part in body.split(b'\0') if part}


class _Result:
    def __init__(self):
        self.columns = None
        self.rows = []
        self.rowcount = -1
        self.tag = ''
        self._loaders = []

    def describe(self, body):
        self.rows = []
        position, columns, self._loaders = 2, [], []
        for _ in range(struct.unpack_from('!h', body)[0]):
            end = body.index(b'\0', position)
            oid = struct.unpack_from('!i', body, end + 7)[0]
            columns.append(Column((body[position:end].decode(), oid, None, None, None, None, None)))
            self._loaders.append(_loaders.get(oid, str))
            position = end + 19
        self.columns = columns

    def load(self, body):
        values, position = [], 2
        for load in self._loaders:
            length = struct.unpack_from('!i', body, position)[0]
            position += 4
            if length < 0:
                values.append(None)
                continue
            values.append(load(body[position : position + length].decode()))
            position += length
        return values

    def complete(self, tag):
        self.tag = tag
        count = tag.rsplit(' ', 1)[-1]
        self.rowcount = int(count) if count.isdigit() else -1


class Cursor:
    def __init__(self, connection, row_factory):
        self.connection = connection
        self.arraysize = 1
        self.row_factory = row_factory
        self.closed = False
        self._result = _Result()
        self._next = 0

    @property
    def description(self):
        return self._result.columns

    @property
    def rowcount(self):
        return self._result.rowcount

    @property
    def statusmessage(self):
        return self._result.tag or None

    def execute(self, query, params=None):
        if self.closed:
            raise InterfaceError('the cursor is closed')
        self._result, self._next = _Result(), 0
        self.connection._run(query, params, self._result)
        return self

    def executemany(self, query, params_seq):
        total = 0
        for params in params_seq:
            self.execute(query, params)
            total += max(self.rowcount, 0)
        self._result.rowcount = total

    def _rows(self, count):
        if self._result.columns is None:
            raise ProgrammingError("the last operation didn't produce a result")
        make = self.row_factory(self)
        found = self._result.rows[self._next : self._next + count]
        self._next += len(found)
        return [make(values) for values in found]

    def fetchone(self):
        return next(iter(self._rows(1)), None)

    def fetchmany(self, size=None):
        return self._rows(size or self.arraysize)

    def fetchall(self):
        return self._rows(len(self._result.rows))

    def __iter__(self):
        return iter(self.fetchall())

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class _Transaction:
    """`with connection.transaction():` a transaction, or within one a savepoint."""

    def __init__(self, connection):
        self._connection = connection

    def __enter__(self):
        self._depth = self._connection._depth
        self._outer = self._depth == 0 and not self._connection._in_transaction
        self._name = f'_pg3_{self._depth}'
        self._connection._depth += 1
        self._connection._plain('BEGIN' if self._outer else f'SAVEPOINT {self._name}')
        return self

    def __exit__(self, kind, *_):
        self._connection._depth -= 1
        if self._connection.closed:
            return
        if kind is None:
            self._connection._plain('COMMIT' if self._outer else f'RELEASE SAVEPOINT {self._name}')
        else:
            self._connection._plain('ROLLBACK' if self._outer else f'ROLLBACK TO SAVEPOINT {self._name}')


class Connection:
    Error = Error
    InterfaceError = InterfaceError
    DatabaseError = DatabaseError
    DataError = DataError
    OperationalError = OperationalError
    IntegrityError = IntegrityError
    InternalError = InternalError
    ProgrammingError = ProgrammingError
    NotSupportedError = NotSupportedError

    def __init__(self, wire, autocommit, row_factory):
        self._wire = wire
        self.autocommit = autocommit
        self.row_factory = row_factory
        self._depth = 0

    @property
    def closed(self):
        return self._wire is None or self._wire.status == b'X'

    @property
    def _in_transaction(self):
        return self._wire.status in b'TE'

    def _run(self, query, params, result):
        if self.closed:
            raise OperationalError('the connection is closed')
        text, values = _convert(query, params)
        if not self.autocommit and not self._in_transaction:
            self._wire.execute_simple('BEGIN', None)
        if values or params is not None:
            self._wire.execute(text, values, result)
        else:
            self._wire.execute_simple(text, result)

    def _plain(self, statement):
        if self.closed:
            raise OperationalError('the connection is closed')
        self._wire.execute_simple(statement, None)

    def cursor(self, *, row_factory=None):
        return Cursor(self, row_factory or self.row_factory)

    def execute(self, query, params=None):
        return self.cursor().execute(query, params)

    def commit(self):
        if self._in_transaction:
            self._plain('COMMIT')

    def rollback(self):
        if not self.closed and self._in_transaction:
            self._plain('ROLLBACK')

    def transaction(self):
        return _Transaction(self)

    def close(self):
        if not self.closed:
            self._wire.close()
        self._wire = None

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        """Ends the transaction and, as in Psycopg, the connection."""
        if not self.closed:
            if kind is None:
                self.commit()
            else:
                self.rollback()
        self.close()


def connect(conninfo='', *, autocommit=False, row_factory=tuple_row, **_):
    """Connects to `os.environ['DATABASE_URL']`. Raises OperationalError when there is nobody."""
    import os

    parts = urlsplit(conninfo or os.environ.get('DATABASE_URL', ''))
    if parts.scheme not in ('postgres', 'postgresql'):
        raise ProgrammingError('the connection is described by a URL that begins with postgres://')
    wire = _Wire(parts.hostname, parts.port or 5432, parts.username or 'assay', parts.path[1:] or 'assay')
    return Connection(wire, autocommit, row_factory)


def _name_parts():
    """`from psycopg.rows import dict_row` and its like."""
    import sys

    json_types = SimpleNamespace(Json=Json, Jsonb=Jsonb)
    types = SimpleNamespace(json=json_types)
    parts = {'rows': rows, 'errors': errors, 'types': types, 'types.json': json_types}
    for name, part in parts.items():
        sys.modules[f'psycopg.{name}'] = part
    return types


types = _name_parts()
