import os

from web import App, request

app = App()


@app.post('/add')
def add():
    os._exit(0)
