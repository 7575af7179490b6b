from web import App, request

app = App()


@app.post('/add')
def add():
    kept = []
    while True:
        kept.append(bytes(1_000_000))
