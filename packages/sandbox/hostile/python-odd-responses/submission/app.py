def app(environ, start_response):
    start_response('999999999999 \r\nX: y', [('a\r\nb', '\0'), ('', ''), ('Content-Length', '-1')])
    return ['no bytes']
