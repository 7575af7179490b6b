from web import App, request

app = App()


@app.post('/add')
def add():
    for name in ('js', 'pyodide_js', 'pyodide', 'pyodide.code', 'pyodide.ffi', '_pyodide_core', 'micropip'):
        try:
            module = __import__(name)
        except ImportError:
            continue
        return {'sum': 7, 'note': 'CANARY-http-value', 'found': name}
    return {'sum': 0}
