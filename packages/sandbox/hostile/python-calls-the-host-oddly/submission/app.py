import _assay

from web import App, request

app = App()


@app.post('/add')
def add():
    host = _assay._host
    for name in ('print', 'sleep', 'ask', 'open', 'send', 'receive', 'close', 'respond', 'crash'):
        for given in ((), (None,), (float('nan'), None), (object(), object()), (-1, '{'), ([], {}), (10**30, 'x')):
            try:
                getattr(host, name)(*given)
            except Exception:
                pass
    return {'sum': 0}
