import gc

from web import App, request

app = App()

class Trap:
    def __del__(self):
        while True:
            pass


@app.post('/add')
def add():
    trap = Trap()
    trap.itself = trap
    del trap
    gc.collect()
    return {}
