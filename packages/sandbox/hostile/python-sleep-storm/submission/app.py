import time

from web import App, request

app = App()


@app.post('/add')
def add():
    while True:
        try:
            time.sleep(0)
        except BaseException:
            pass
