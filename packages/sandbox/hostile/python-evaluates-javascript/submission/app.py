import _assay

from web import App, request

app = App()


@app.post('/add')
def add():
    found = []
    for source in ('return process.pid', 'return require("fs")', 'return WebAssembly', 'return globalThis.__boot', 'return $0'):
        try:
            found.append(str(_assay._host.print.constructor(source)()))
        except Exception as error:
            found.append(type(error).__name__)
    print(found)
    assert all(name in ('JsException', 'AttributeError', 'TypeError', 'undefined', 'None') for name in found), found
    return {'sum': 0}
