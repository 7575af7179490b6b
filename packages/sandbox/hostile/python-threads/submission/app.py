import multiprocessing
import threading

from web import App, request

app = App()


@app.post('/add')
def add():
    for make in (threading.Thread, multiprocessing.Process):
        try:
            make(target=print).start()
            return {'sum': 7}
        except Exception as error:
            print(type(error).__name__)
    return {'sum': 0}
