"""A small router over WSGI with the names that Flask has made familiar; nothing beyond the standard library.

    from web import App, abort, request

    app = App()

    @app.get('/orders/<id>')
    def show_order(id):
        return {'id': id, 'customer': request.headers.get('X-Customer-Id')}
"""
import json
import re
import sys
from http.client import responses
from urllib.parse import parse_qsl

__all__ = ['App', 'HTTPException', 'Request', 'Response', 'abort', 'jsonify', 'request']


class Headers:
    """Headers by name, in whatever case; several of one name are kept apart."""

    def __init__(self, pairs=()):
        self._pairs = [(str(name), str(value)) for name, value in pairs]

    def get(self, name, default=None):
        return next((value for key, value in self._pairs if key.lower() == name.lower()), default)

    def getlist(self, name):
        return [value for key, value in self._pairs if key.lower() == name.lower()]

    def add(self, name, value):
        self._pairs.append((name, str(value)))

    def update(self, more):
        for name, value in more.items():
            self[name] = value

    def items(self):
        return list(self._pairs)

    def __getitem__(self, name):
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __setitem__(self, name, value):
        self._pairs = [pair for pair in self._pairs if pair[0].lower() != name.lower()]
        self._pairs.append((name, str(value)))

    def __delitem__(self, name):
        self._pairs = [pair for pair in self._pairs if pair[0].lower() != name.lower()]

    def __contains__(self, name):
        return self.get(name) is not None

    def __iter__(self):
        return iter([name for name, _ in self._pairs])


class Arguments(dict):
    """Query parameters: the first value of each name, and all of them with `getlist`."""

    def __init__(self, pairs):
        super().__init__()
        self._pairs = pairs
        for name, value in pairs:
            self.setdefault(name, value)

    def get(self, name, default=None, type=None):
        if name not in self:
            return default
        if type is None:
            return self[name]
        try:
            return type(self[name])
        except ValueError:
            return default

    def getlist(self, name):
        return [value for key, value in self._pairs if key == name]


class HTTPException(Exception):
    """An answer other than what the view would return; `abort` raises it."""

    def __init__(self, code, description=None, headers=None):
        super().__init__(description or responses.get(code, 'Unknown'))
        self.code = code
        self.description = description or responses.get(code, 'Unknown')
        self.headers = headers or {}


def abort(code, description=None):
    raise HTTPException(code, description)


class Request:
    """What the client has sent."""

    def __init__(self, environ):
        self.environ = environ
        self.method = environ['REQUEST_METHOD']
        self.path = environ['PATH_INFO'].encode('latin-1').decode('utf-8', 'replace')
        self.query_string = environ['QUERY_STRING']
        self.args = Arguments(parse_qsl(self.query_string, keep_blank_values=True))
        self.headers = Headers(
            (key.removeprefix('HTTP_').replace('_', '-').title(), value)
            for key, value in environ.items()
            if key.startswith('HTTP_') or key in ('CONTENT_TYPE', 'CONTENT_LENGTH')
        )
        self.data = environ['wsgi.input'].read()
        self.view_args = {}

    def get_data(self, as_text=False):
        return self.data.decode('utf-8', 'replace') if as_text else self.data

    @property
    def mimetype(self):
        return (self.headers.get('Content-Type') or '').split(';')[0].strip().lower()

    @property
    def is_json(self):
        return self.mimetype == 'application/json' or self.mimetype.endswith('+json')

    @property
    def json(self):
        return self.get_json()

    def get_json(self, force=False, silent=False):
        """The body, parsed. Aborts with 415 when it is said to be something else, and with 400 when it is no JSON."""
        if not force and not self.is_json:
            if silent:
                return None
            abort(415, 'The body is not application/json.')
        try:
            return json.loads(self.data)
        except (ValueError, RecursionError):
            if silent:
                return None
            abort(400, 'The body is not JSON.')


class Response:
    def __init__(self, body='', status=200, headers=None, content_type='text/html; charset=utf-8'):
        self.status_code = status
        self.headers = Headers([('Content-Type', content_type)] if content_type else [])
        self.headers.update(headers or {})
        self.data = body if isinstance(body, bytes) else str(body).encode()


def jsonify(value):
    text = json.dumps(value, ensure_ascii=False, separators=(',', ':'))
    return Response(text, content_type='application/json')


class _Current:
    """`request`: the one that is being answered. There is one at a time."""

    _request = None

    def __getattr__(self, name):
        if self._request is None:
            raise RuntimeError('There is no request here: it is there while one is being answered.')
        return getattr(self._request, name)


request = _Current()

_converters = {
    'string': (r'[^/]+', str),
    'int': (r'\d+', int),
    'float': (r'\d+\.\d+', float),
    'path': (r'.+', str),
}


def _compile(rule):
    converters = {}

    def part(match):
        kind, name = match['kind'] or 'string', match['name']
        pattern, converters[name] = _converters[kind]
        return f'(?P<{name}>{pattern})'

    pieces = re.split(r'(<(?:\w+:)?\w+>)', rule)
    pattern = ''.join(
        re.sub(r'<(?:(?P<kind>\w+):)?(?P<name>\w+)>', part, piece) if piece.startswith('<') else re.escape(piece)
        for piece in pieces
    )
    return re.compile(pattern), converters


class App:
    """Routes, hooks and error handlers; itself a WSGI application."""

    def __init__(self, name=None):
        self.name = name
        self._routes = []
        self._before = []
        self._after = []
        self._handlers = {}

    def route(self, rule, methods=('GET',)):
        def register(view):
            self._routes.append((*_compile(rule), {method.upper() for method in methods}, view))
            return view

        return register

    def get(self, rule):
        return self.route(rule, ['GET'])

    def post(self, rule):
        return self.route(rule, ['POST'])

    def put(self, rule):
        return self.route(rule, ['PUT'])

    def patch(self, rule):
        return self.route(rule, ['PATCH'])

    def delete(self, rule):
        return self.route(rule, ['DELETE'])

    def before_request(self, hook):
        """Called before each view; what it returns, unless None, is the answer."""
        self._before.append(hook)
        return hook

    def after_request(self, hook):
        """Called with each response, also of errors; gives the one to send."""
        self._after.append(hook)
        return hook

    def errorhandler(self, what):
        """Registers what answers a status code or a class of exceptions."""

        def register(handler):
            self._handlers[what] = handler
            return handler

        return register

    def __call__(self, environ, start_response):
        response = self._respond(Request(environ))
        status = f'{response.status_code} {responses.get(response.status_code, "Unknown")}'
        start_response(status, response.headers.items())
        return [response.data]

    def _respond(self, incoming):
        _Current._request = incoming
        try:
            try:
                response = self._to_response(self._dispatch(incoming))
            except Exception as error:
                response = self._to_response(self._handle(error))
            for hook in self._after:
                response = hook(response)
            return response
        finally:
            _Current._request = None

    def _dispatch(self, incoming):
        view, incoming.view_args = None, {}
        allowed = set()
        for pattern, converters, methods, candidate in self._routes:
            match = pattern.fullmatch(incoming.path)
            if not match:
                continue
            allowed |= methods
            if incoming.method in methods or (incoming.method == 'HEAD' and 'GET' in methods):
                view = candidate
                incoming.view_args = {name: converters[name](text) for name, text in match.groupdict().items()}
                break
        for hook in self._before:
            answer = hook()
            if answer is not None:
                return answer
        if view is not None:
            return view(**incoming.view_args)
        if not allowed:
            raise HTTPException(404, f'There is no {incoming.path}.')
        raise HTTPException(405, f'{incoming.method} is not allowed here.', {'Allow': ', '.join(sorted(allowed))})

    def _handle(self, error):
        if isinstance(error, HTTPException) and error.code in self._handlers:
            return self._handlers[error.code](error)
        for kind in type(error).__mro__:
            if kind in self._handlers:
                return self._handlers[kind](error)
        if isinstance(error, HTTPException):
            answer = jsonify({'error': error.description})
            answer.status_code = error.code
            answer.headers.update(error.headers)
            return answer
        if 500 in self._handlers:
            _print_error(error)
            return self._handlers[500](error)
        raise error

    @staticmethod
    def _to_response(answer):
        status, headers = None, {}
        if isinstance(answer, tuple):
            answer, status, headers = (*answer, {})[:3] if len(answer) < 3 else answer
            if not isinstance(status, int):
                status, headers = None, status
        if answer is None:
            raise TypeError('The view returned None. Return a dict, a string or a Response.')
        if not isinstance(answer, Response):
            answer = jsonify(answer) if isinstance(answer, (dict, list)) else Response(answer)
        if status is not None:
            answer.status_code = status
        answer.headers.update(headers)
        return answer


def _print_error(error):
    import _assay

    sys.stderr.write(_assay.format_error(error))
