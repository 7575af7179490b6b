from web import App, request

app = App()

class Loud(Exception):
    def __str__(self):
        while True:
            pass


@app.post('/add')
def add():
    raise Loud
