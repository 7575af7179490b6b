import sys

from web import App, request

app = App()


@app.post('/add')
def add():
    while True:
        sys.stderr.write('flood ' * 100)
