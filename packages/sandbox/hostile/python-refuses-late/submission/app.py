import _assay

from web import App, request

app = App()


@app.post('/add')
def add():
    _assay._host.refuse('{"file":"app.py","line":1,"column":1,"message":"Passed"}')
    return {}
