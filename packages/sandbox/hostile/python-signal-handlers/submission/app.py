import signal

from web import App, request

app = App()


@app.post('/add')
def add():
    for number in range(1, 32):
        try:
            signal.signal(number, lambda *_: None)
        except (OSError, ValueError):
            pass
    while True:
        pass
