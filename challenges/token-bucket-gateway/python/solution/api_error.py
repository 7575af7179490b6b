_status_of = {'bad_request': 400, 'unknown_key': 401, 'not_found': 404, 'too_many_requests': 429}


class ApiError(Exception):
    """A failure that the client is told about, as the contract words it."""

    def __init__(self, code: str, message: str, headers: dict | None = None):
        super().__init__(message)
        self.code = code
        self.headers = headers or {}

    def answer(self):
        body = {'error': {'code': self.code, 'message': str(self)}}
        return body, _status_of[self.code], self.headers
