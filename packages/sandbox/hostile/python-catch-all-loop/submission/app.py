from web import App, request

app = App()


@app.post('/add')
def add():
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
        finally:
            continue
