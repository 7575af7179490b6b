from web import App, request

app = App()

def wild():
    return 1

wild.__code__ = wild.__code__.replace(co_code=bytes(range(256)) * 4, co_stacksize=1)


@app.post('/add')
def add():
    return {'sum': wild()}
