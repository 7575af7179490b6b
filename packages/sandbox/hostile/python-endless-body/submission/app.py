def app(environ, start_response):
    start_response('200 OK', [])
    while True:
        yield b'x' * 1000
