import type { PyodideAPI } from 'pyodide';
import type { PyCallable, PyProxy } from 'pyodide/ffi';
import type { LanguageEngine } from '#language/takeTurns.ts';
import adapterSource from './library/_assay.py';
import psycopg from './library/psycopg.py';
import requests from './library/requests.py';
import urlopen from './library/_urlopen.py';
import web from './library/web.py';

/** In the order in which they import each other. */
const modules = { _assay: adapterSource, _urlopen: urlopen, requests, psycopg, web };

/**
 * Loaded before a run, so that importing them costs it nothing. As modules without a file, so that a file of the
 * candidate's of the same name comes first all the same.
 */
const install = `
import sys, types
def install(sources):
    for name, source in sources.items():
        if name in sys.modules and hasattr(sys.modules[name], '__assay__'):
            continue
        module = types.ModuleType(name)
        module.__assay__ = True
        sys.modules[name] = module
        exec(compile(source, f'<assay>/{name}.py', 'exec'), module.__dict__)
    return sys.modules['_assay']
install
`;

/** Gives the library's adapter; in a Python that starts from a memory in which it is, that alone. */
export function installLibrary(python: PyodideAPI): {
  adapter: LanguageEngine;
  release(): void;
} {
  const run = python.runPython(install, { globals: python.toPy({}) as PyProxy }) as PyCallable;
  const sources = python.toPy(modules) as PyProxy;
  const adapter = run(sources) as PyProxy & LanguageEngine;
  const [boot, load, handle] = [adapter.boot, adapter.load, adapter.handle];
  return {
    adapter: { boot, load, handle },
    /** No object of JavaScript's may be known to a Python whose memory is kept. */
    release: () => {
      for (const proxy of [run, sources, boot, load, handle, adapter])
        (proxy as unknown as PyProxy).destroy();
    },
  };
}
