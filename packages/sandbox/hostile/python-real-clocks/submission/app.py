import time

from web import App, request

app = App()


@app.post('/add')
def add():
    clocks = (time.time, time.monotonic, time.perf_counter, time.process_time)
    for clock in clocks:
        before = clock()
        for _ in range(20_000):
            pass
        assert clock() == before, clock
    return {'sum': 0}
