import _assay

from web import App, request

app = App()


@app.post('/add')
def add():
    script = """
      const kept = [];
      for (const name of Object.getOwnPropertyNames(globalThis)) {
        const value = globalThis[name];
        if (value?.Memory) for (let n = 0; n < 100; n += 1) kept.push(new value.Memory({ initial: 1000 }));
      }
      if (kept.length > 0) throw new Error('there is memory');
      for (;;) kept.push(new Uint8Array(10_000_000).fill(1));
    """
    _assay._host.print.constructor(script)()
    return {'sum': 0}
