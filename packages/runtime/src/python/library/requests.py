"""A subset of Requests over the run's network. What is not here is not there: an attribute that is missing says so."""
import base64
import json as _json
from datetime import timedelta
from http.client import responses as _reasons
from urllib.parse import urlencode, urljoin, urlsplit

import _assay


class RequestException(IOError):
    def __init__(self, *args, request=None, response=None):
        super().__init__(*args)
        self.request = request
        self.response = response


class HTTPError(RequestException):
    """The status says that it failed; `raise_for_status` raises it."""


class ConnectionError(RequestException):
    """Nobody answers there, or the connection was lost."""


class Timeout(RequestException):
    pass


class ConnectTimeout(ConnectionError, Timeout):
    pass


class ReadTimeout(Timeout):
    pass


class TooManyRedirects(RequestException):
    pass


class InvalidURL(RequestException, ValueError):
    pass


class MissingSchema(RequestException, ValueError):
    pass


class JSONDecodeError(RequestException, _json.JSONDecodeError):
    def __init__(self, *args, **kwargs):
        _json.JSONDecodeError.__init__(self, *args)
        self.request = self.response = None


class exceptions:
    RequestException = RequestException
    HTTPError = HTTPError
    ConnectionError = ConnectionError
    Timeout = Timeout
    ConnectTimeout = ConnectTimeout
    ReadTimeout = ReadTimeout
    TooManyRedirects = TooManyRedirects
    InvalidURL = InvalidURL
    MissingSchema = MissingSchema
    JSONDecodeError = JSONDecodeError


class CaseInsensitiveDict(dict):
    """Keys are kept in lower case."""

    def __init__(self, pairs=()):
        super().__init__()
        for name, value in dict(pairs).items():
            self[name] = value

    def __setitem__(self, name, value):
        super().__setitem__(name.lower(), value)

    def __getitem__(self, name):
        return super().__getitem__(name.lower())

    def __contains__(self, name):
        return super().__contains__(name.lower())

    def get(self, name, default=None):
        return super().get(name.lower(), default)

    def update(self, more):
        for name, value in dict(more).items():
            self[name] = value


class Response:
    def __init__(self, url, status, headers, content, elapsed):
        self.url = url
        self.status_code = status
        self.reason = _reasons.get(status, '')
        self.headers = CaseInsensitiveDict()
        for name, value in headers:
            self.headers[name] = f'{self.headers[name]}, {value}' if name in self.headers else value
        self.content = content
        self.elapsed = timedelta(seconds=elapsed)
        self.encoding = 'utf-8'
        self.history = []

    @property
    def text(self):
        return self.content.decode(self.encoding, 'replace')

    @property
    def ok(self):
        return self.status_code < 400

    def json(self):
        try:
            return _json.loads(self.content)
        except ValueError as error:
            raise JSONDecodeError('The body is not JSON', self.text, 0) from error

    def raise_for_status(self):
        if self.status_code >= 400:
            whose = 'Client' if self.status_code < 500 else 'Server'
            raise HTTPError(f'{self.status_code} {whose} Error: {self.reason} for url: {self.url}', response=self)

    def __bool__(self):
        return self.ok

    def __repr__(self):
        return f'<Response [{self.status_code}]>'


_redirects = {301, 302, 303, 307, 308}
_max_redirects = 30


def _seconds(timeout):
    """One time for the whole answer: of (connect, read), the second."""
    return timeout[-1] if isinstance(timeout, tuple) else timeout


def _body(data, json, headers):
    if json is not None:
        headers.setdefault('content-type', 'application/json')
        return _json.dumps(json).encode()
    if data is None:
        return b''
    if isinstance(data, (dict, list)):
        headers.setdefault('content-type', 'application/x-www-form-urlencoded')
        return urlencode(data, doseq=True).encode()
    return data if isinstance(data, bytes) else str(data).encode()


def request(method, url, *, params=None, data=None, json=None, headers=None, timeout=None, allow_redirects=True):
    from time import monotonic

    sent = CaseInsensitiveDict({'user-agent': 'python-requests', 'accept': '*/*'})
    sent.update({name: value for name, value in (headers or {}).items() if value is not None})
    body = _body(data, json, sent)
    if params:
        url += ('&' if urlsplit(url).query else '?') + (params if isinstance(params, str) else urlencode(params, doseq=True))
    started = monotonic()
    history = []
    while True:
        parts = urlsplit(url)
        if parts.scheme not in ('http', 'https'):
            raise MissingSchema(f'Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?')
        if not parts.hostname:
            raise InvalidURL(f'Invalid URL {url!r}: No host supplied')
        sent['host'] = parts.netloc
        if body:
            sent['content-length'] = str(len(body))
        status, received, content = _exchange(method.upper(), url, sent, body, _seconds(timeout))
        response = Response(url, status, received, content, monotonic() - started)
        response.history = history[:]
        location = response.headers.get('location')
        if not allow_redirects or status not in _redirects or location is None:
            return response
        history.append(response)
        if len(history) > _max_redirects:
            raise TooManyRedirects(f'Exceeded {_max_redirects} redirects.', response=response)
        if status == 303 or (status in (301, 302) and method.upper() == 'POST'):
            method, body = 'GET', b''
            sent.pop('content-length', None)
        url = urljoin(url, location)


def _exchange(method, url, headers, body, timeout):
    reply = _assay.ask(
        {
            'method': method,
            'url': url,
            'headers': [[name, str(value)] for name, value in headers.items()],
            'bodyBase64': base64.b64encode(body).decode(),
        },
        timeout,
    )
    error = reply.get('error')
    if error is None:
        return reply['status'], reply['headers'], base64.b64decode(reply['bodyBase64'])
    if error['code'] == 'ETIMEDOUT':
        raise ReadTimeout(f'{url}: Read timed out. (read timeout={timeout})')
    raise ConnectionError(f'{url}: {error["message"]}')


def get(url, params=None, **kwargs):
    return request('GET', url, params=params, **kwargs)


def head(url, **kwargs):
    return request('HEAD', url, allow_redirects=kwargs.pop('allow_redirects', False), **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request('POST', url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request('PUT', url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request('PATCH', url, data=data, **kwargs)


def delete(url, **kwargs):
    return request('DELETE', url, **kwargs)


class Session:
    """Headers that all requests share; there are no cookies."""

    def __init__(self):
        self.headers = CaseInsensitiveDict()

    def request(self, method, url, *, headers=None, **kwargs):
        merged = CaseInsensitiveDict(self.headers)
        merged.update(headers or {})
        return request(method, url, headers=merged, **kwargs)

    def get(self, url, **kwargs):
        return self.request('GET', url, **kwargs)

    def post(self, url, **kwargs):
        return self.request('POST', url, **kwargs)

    def put(self, url, **kwargs):
        return self.request('PUT', url, **kwargs)

    def patch(self, url, **kwargs):
        return self.request('PATCH', url, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
