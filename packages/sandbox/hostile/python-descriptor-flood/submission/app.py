import os

from web import App, request

app = App()


@app.post('/add')
def add():
    while True:
        os.write(1, b'flood ' * 1000 + b'\n')
