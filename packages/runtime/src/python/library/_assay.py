"""The server between a run's requests and the candidate's WSGI application, and what replaces the machine's own."""
import importlib
import io
import json
import linecache
import os
import random
import sys
import time
import traceback
from datetime import datetime, timezone
from email.utils import format_datetime
from http.client import responses

ROOT = '/solution'
#: One line of log, characters. Counters a line of 100 MB.
MAX_LINE = 10_000

#: Frames of a traceback that are read, from the last. Counters recursion, whose reading would use up the test's CPU.
MAX_FRAMES = 50

_host = None
_application = None


class Abandoned(BaseException):
    """The run does not go on with what waits: its test was given up, or another solution took this one's place."""


class _Log(io.TextIOBase):
    """Standard output or error: each line is a line of the test's console."""

    def __init__(self, level):
        self._level = level
        self._waiting = ''

    encoding = 'utf-8'
    errors = 'backslashreplace'

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        *lines, self._waiting = (self._waiting + text).split('\n')
        for line in lines:
            self._print(line)
        if len(self._waiting) > MAX_LINE:
            self.end_line()
        return len(text)

    def end_line(self):
        """What has no line end yet is a line as well, once a turn is over."""
        if self._waiting:
            line, self._waiting = self._waiting, ''
            self._print(line)

    def _print(self, line):
        if len(line) > MAX_LINE:
            line = f'{line[:MAX_LINE]}… ({len(line)} characters)'
        _host.print(self._level, line)


_output = _Log('log')
_errors = _Log('error')


def sleep(seconds):
    """time.sleep on the virtual clock: takes no real time."""
    if seconds < 0:
        raise ValueError('sleep length must be non-negative')
    if not _host.sleep(seconds * 1000):
        raise Abandoned


def ask(request, timeout):
    """Sends a request to the world outside and gives the reply: dicts as in the sandbox's network protocol."""
    reply = _host.ask(json.dumps(request), 0 if timeout is None else max(1, round(timeout * 1000)))
    if reply:
        return json.loads(reply)
    raise Abandoned


class Connection:
    """A connection to one of the run's servers."""

    def __init__(self, port):
        self._number = _host.open(port)
        if self._number < 0:
            raise ConnectionRefusedError(111, 'Connection refused')
        self._arrived = b''

    def send(self, data):
        _host.send(self._number, data.decode('latin-1'))

    def read(self, length):
        """Exactly `length` bytes."""
        while len(self._arrived) < length:
            binary = _host.receive(self._number)
            if binary == '':
                raise ConnectionResetError(104, 'Connection reset by peer')
            self._arrived += binary.encode('latin-1')
        data, self._arrived = self._arrived[:length], self._arrived[length:]
        return data

    def close(self):
        _host.close(self._number)


def boot(host, seed, environment):
    global _host
    _host = host
    os.environ.clear()
    os.environ.update(json.loads(environment))
    random.seed(seed)
    time.sleep = sleep
    # Exact to the millisecond: by way of the system's call a double stands for nanoseconds, which it is too coarse for.
    time.time = lambda: _host.now() / 1000
    time.time_ns = lambda: round(_host.now()) * 1_000_000
    sys.stdout, sys.stderr = _output, _errors
    sys.__stdout__, sys.__stderr__ = _output, _errors
    for name in ('js', 'pyodide_js', 'pyodide', 'pyodide.ffi', 'pyodide.code', 'pyodide.http', '_pyodide_core', 'micropip'):
        sys.modules[name] = None
    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__name__ not in _foreign_finders]
    sys.setrecursionlimit(1000)


#: What lets Python import JavaScript's objects.
_foreign_finders = ('JsFinder', 'UnvendoredStdlibFinder', 'RepodataPackagesFinder')


def load(text):
    """Writes the program's files and imports its entry. True when it is there to be asked."""
    global _application
    program = json.loads(text)
    for path, source in program['files'].items():
        full = f'{ROOT}/{path}'
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, 'w', encoding='utf-8', newline='') as file:
            file.write(source)
    os.chdir(ROOT)
    sys.path[:] = [ROOT, *(path for path in sys.path if path.startswith('/lib/'))]
    sys.argv[:] = [program['entry']]
    name = program['entry'].removesuffix('.py').replace('/', '.')
    # What the library is called must not keep the program from calling its own files so.
    for path in program['files']:
        own = path.split('/')[0].removesuffix('.py')
        if hasattr(sys.modules.get(own), '__assay__') and own not in ('_assay', '_urlopen'):
            del sys.modules[own]
    importlib.invalidate_caches()
    try:
        module = importlib.import_module(name)
        _application = getattr(module, 'app', None) or getattr(module, 'application', None)
        if not callable(_application):
            _crash('NoApplication', f'{program["entry"]} has no `app`. It must hold a WSGI application of that name.', '')
            return False
        return True
    except Abandoned:
        return False
    except SyntaxError as error:
        if not (error.filename or '').startswith(f'{ROOT}/'):
            _report(error)
            return False
        _host.refuse(json.dumps({
            'file': error.filename.removeprefix(f'{ROOT}/'),
            'line': error.lineno or 0,
            'column': error.offset or 0,
            'message': f'{type(error).__name__}: {error.msg}',
            'source': (error.text or '').rstrip('\n')[:500],
        }))
        return False
    except BaseException as error:
        _report(error)
        return False
    finally:
        _end_lines()


def handle(exchange, text):
    """Answers one request of the run's."""
    request = json.loads(text)
    try:
        answer = _answer(request)
    except Abandoned:
        return
    except (SystemExit, KeyboardInterrupt) as error:
        _report(error)
        return
    except BaseException as error:
        _end_lines()
        _errors.write(format_error(error))
        answer = _plain(500, 'Internal Server Error')
    finally:
        _end_lines()
    status, headers, body = answer
    names = {name.lower() for name, _ in headers}
    if 'content-length' not in names and status >= 200 and status not in (204, 304):
        headers.append(('Content-Length', str(len(body))))
    if 'date' not in names:
        headers.append(('Date', format_datetime(datetime.now(timezone.utc), usegmt=True)))
    if request['method'] == 'HEAD' or status in (204, 304):
        body = b''
    reply = {'status': status, 'headers': headers, 'body': body.decode('latin-1')}
    _host.respond(exchange, json.dumps(reply))


def _plain(status, text):
    return status, [('Content-Type', 'text/plain; charset=utf-8')], text.encode()


def _answer(request):
    started = []

    def start_response(status, headers, exc_info=None):
        if started and exc_info is None:
            raise AssertionError('start_response was called twice')
        started[:] = [(status, [(str(name), str(value)) for name, value in headers])]
        return written.append

    written = []
    result = _application(_environ(request), start_response)
    try:
        body = b''.join([*written, *result] if not written else [*result])
        body = b''.join(written) + body if written else body
    finally:
        if hasattr(result, 'close'):
            result.close()
    if not started:
        raise AssertionError('the application did not call start_response')
    status, headers = started[0]
    return int(status.split(' ', 1)[0]), headers, body


def _environ(request):
    from urllib.parse import unquote_to_bytes

    path, _, query = request['url'].partition('?')
    body = request['body'].encode('latin-1')
    environ = {
        'REQUEST_METHOD': request['method'],
        'SCRIPT_NAME': '',
        'PATH_INFO': unquote_to_bytes(path).decode('latin-1'),
        'QUERY_STRING': query,
        'RAW_URI': request['url'],
        'SERVER_NAME': 'localhost',
        'SERVER_PORT': os.environ.get('PORT', '3000'),
        'SERVER_PROTOCOL': 'HTTP/1.1',
        'REMOTE_ADDR': '127.0.0.1',
        'CONTENT_LENGTH': str(len(body)),
        'wsgi.version': (1, 0),
        'wsgi.url_scheme': 'http',
        'wsgi.input': io.BytesIO(body),
        'wsgi.errors': _errors,
        'wsgi.multithread': False,
        'wsgi.multiprocess': False,
        'wsgi.run_once': False,
    }
    for name, value in request['headers']:
        key = name.upper().replace('-', '_')
        if key not in ('CONTENT_TYPE', 'CONTENT_LENGTH'):
            key = f'HTTP_{key}'
        elif key == 'CONTENT_LENGTH':
            continue
        environ[key] = f'{environ[key]},{value}' if key in environ else value
    return environ


def _end_lines():
    _output.end_line()
    _errors.end_line()


def _report(error):
    """What ended the program."""
    if isinstance(error, SystemExit):
        _crash('SystemExit', f'sys.exit({error.code!r}) was called.', '')
    else:
        _crash(type(error).__name__, _where(error), format_error(error))


def _where(error):
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_own(frame)]
    place = f' ({frames[-1].filename.removeprefix(ROOT + "/")}, line {frames[-1].lineno})' if frames else ''
    return f'{_text(error)}{place}'


def _text(error):
    try:
        return str(error)[:2_000]
    except Exception:
        return '(its text cannot be read)'


def _crash(name, message, stack):
    _host.crash(json.dumps({'name': name, 'message': message, 'stack': stack}))


def _is_own(frame):
    return frame.filename.startswith(f'{ROOT}/')


def format_error(error):
    """The traceback as Python prints it, of the program's own frames alone and with its own names for files."""
    try:
        linecache.checkcache()
        summary = traceback.TracebackException.from_exception(error, compact=True, limit=-MAX_FRAMES)
        _keep_own(summary, set())
        text = ''.join(summary.format())
    except Exception:
        text = f'{type(error).__name__}: {_text(error)}\n'
    return text.replace(f'File "{ROOT}/', 'File "')


def _keep_own(summary, seen):
    if summary is None or id(summary) in seen:
        return
    seen.add(id(summary))
    own = [frame for frame in summary.stack if _is_own(frame)]
    summary.stack = traceback.StackSummary.from_list(own)
    for other in (summary.__cause__, summary.__context__, *(summary.exceptions or ())):
        _keep_own(other, seen)
