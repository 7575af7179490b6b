import time

from web import App, request

app = App()


@app.post('/add')
def add():
    time.sleep(10**12)
    return {}
