from web import App, request

app = App()

def deeper():
    return deeper()


@app.post('/add')
def add():
    return deeper()
