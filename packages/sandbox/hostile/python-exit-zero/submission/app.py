import sys

from web import App, request

app = App()


@app.post('/add')
def add():
    sys.exit(0)
