import re

from web import App, request

app = App()


@app.post('/add')
def add():
    re.match(r'(a+)+$', 'a' * 60 + 'b')
    return {}
