import { existsSync } from 'node:fs';
import type { Surroundings } from './Surroundings.ts';

/** In which runner: `broken` is one within namespaces in which Node's own guards have fallen as well. */
export type Mode = 'process' | 'namespaces' | 'broken';

/** Something that a runner that was taken over may try. The page `docs/security/profiles.md` has the same list. */
export type Attempt = {
  what: string;
  /** The body of an async function that throws when it is kept from it. */
  code: string;
  /** Whether each keeps the runner from it. */
  kept: Record<Mode, boolean>;
  /** Whether what seemed to work had an effect outside. */
  /** Why it is not tried without any confinement; all others must work there, or they would show nothing. */
  notTriedFreely?: string;
  hadEffect?: (around: Surroundings, did: unknown) => Promise<boolean>;
};

const always = { process: true, namespaces: true, broken: true };
const onlyNamespaces = { process: false, namespaces: true, broken: true };
/** Kept by Node's permission model alone; what it leads to stays within the namespaces. */
const onlyByNode = { process: true, namespaces: true, broken: false };

const settle = (subject: string, event: string) =>
  `await new Promise((resolve, reject) => ${subject}.once('error', reject).once('${event}', resolve));`;
const native = `const { DynamicLibrary } = require('node:ffi');
  const call = (name, ...args) => {
    const f = new DynamicLibrary(null).getFunction(name, { arguments: args.map(() => 'int64'), return: 'int64' });
    const result = f(...args.map(BigInt));
    if (BigInt.asIntN(32, result) < 0n) throw new Error(name + ' failed');
    return Number(result);
  };`;

const network: Attempt[] = [
  {
    what: 'connect to a program on this machine',
    code: `const socket = require('net').connect(given.tcpPort, '127.0.0.1'); ${settle('socket', 'connect')}`,
    kept: always,
  },
  {
    what: 'listen for connections from outside',
    code: `const server = require('net').createServer(); server.listen(0, '127.0.0.1'); ${settle('server', 'listening')} return server.address().port;`,
    kept: always,
    hadEffect: (around, port) => around.canReach(Number(port)),
  },
  {
    what: 'send a datagram',
    code: `const socket = require('dgram').createSocket('udp4');
      await new Promise((resolve, reject) => { socket.once('error', reject); socket.send('canary', given.udpPort, '127.0.0.1', (error) => error ? reject(error) : resolve()); });`,
    kept: always,
    hadEffect: (around) => around.gotDatagram(),
  },
  {
    what: 'connect to a Unix socket',
    code: `const socket = require('net').connect(given.socketPath); ${settle('socket', 'connect')}`,
    kept: always,
  },
  {
    what: 'connect to an abstract Unix socket',
    code: `const socket = require('net').connect(given.abstractSocket); ${settle('socket', 'connect')}`,
    kept: always,
  },
  {
    what: 'open a debugger that others can use',
    code: `const inspector = require('inspector'); inspector.open(0, '127.0.0.1'); return Number(new URL(inspector.url()).port);`,
    kept: always,
    hadEffect: (around, port) => around.canReach(Number(port)),
  },
];

const reads = (what: string, path: string): Attempt => ({
  what,
  code: `return require('fs').readFileSync(${path}).length;`,
  kept: always,
});

const writes = (what: string, path: string): Attempt => ({
  what,
  code: `const path = ${path}; require('fs').closeSync(require('fs').openSync(path, 'a')); return path;`,
  kept: always,
});

const files: Attempt[] = [
  reads('read a file of this repository', `given.repository + '/package.json'`),
  reads('read hidden tests', `given.repository + '/challenges/orders-api/tests/hidden.test.ts'`),
  reads('read the list of users', `'/etc/passwd'`),
  { ...reads('read the users’ passwords', `'/etc/shadow'`), notTriedFreely: 'only root can' },
  {
    what: 'list a folder of the system',
    code: `return require('fs').readdirSync('/etc').length;`,
    kept: always,
  },
  {
    what: 'read a file from a thread with flags of its own',
    code: `const worker = new (require('worker_threads').Worker)("require('fs').readFileSync('/etc/passwd')", { eval: true, execArgv: [] }); ${settle('worker', 'exit')}`,
    kept: always,
  },
  { ...reads('read again what it started from', 'given.snapshot'), kept: onlyByNode },
  writes('write into its working directory', `'assay-escaped'`),
  writes('write into the temporary folder', `'/tmp/assay-escaped'`),
  writes('write into shared memory', `'/dev/shm/assay-escaped'`),
  writes('write into this repository', `given.repository + '/assay-escaped'`),
  writes('change what later runners start from', `given.snapshot`),
  {
    what: 'write a file through SQLite',
    code: `new (require('node:sqlite').DatabaseSync)('/tmp/assay-escaped').exec('CREATE TABLE t (a)');`,
    kept: always,
  },
  {
    what: 'write a report or a heap snapshot',
    code: `try { return require('v8').writeHeapSnapshot('/tmp/assay-escaped'); } catch { return process.report.writeReport('/tmp/assay-escaped'); }`,
    kept: always,
    hadEffect: async (_around, path) => existsSync(String(path)),
  },
];

const processes: Attempt[] = [
  {
    what: 'read an environment that is not its own',
    code: `const inherited = Object.keys(process.env).filter((name) => name !== 'TZ' && name !== 'PWD');
      return inherited.length > 0 ? inherited : require('fs').readFileSync('/proc/' + given.otherPid + '/environ', 'utf8');`,
    kept: always,
  },
  {
    what: 'list other processes',
    code: `return require('fs').readdirSync('/proc').filter((name) => Number(name) !== process.pid && Number(name) > 0)[0];`,
    kept: always,
  },
  {
    what: 'see whether a process is there',
    code: `process.kill(given.workerPid, 0);`,
    kept: onlyNamespaces,
  },
  {
    what: 'trace another process',
    code: `${native} call('ptrace', 16, given.otherPid, 0, 0);`,
    kept: always,
    notTriedFreely: 'many systems forbid it to everybody',
  },
  {
    what: 'end another process of its user',
    code: `process.kill(given.otherPid, 'SIGKILL');`,
    kept: onlyNamespaces,
    hadEffect: (around) => around.otherEnded(),
  },
  {
    what: 'start a program of the system',
    code: `const { error } = require('child_process').spawnSync('/bin/sh', ['-c', 'true']); if (error) throw error;`,
    kept: always,
  },
  {
    what: 'replace itself by a program of the system',
    code: `process.execve('/bin/sh', ['sh', '-c', 'true'], {});`,
    kept: always,
    notTriedFreely: 'nobody is left to answer',
  },
  {
    what: 'start another Node',
    code: `const { error } = require('child_process').spawnSync(process.execPath, ['--version']); if (error) throw error;`,
    kept: onlyByNode,
  },
  {
    what: 'start a thread',
    code: `const worker = new (require('worker_threads').Worker)('0', { eval: true }); ${settle('worker', 'exit')}`,
    kept: onlyByNode,
  },
  {
    what: 'start processes without end',
    code: `for (let count = 0; count < 200; count += 1) {
        const child = require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'inherit' });
        if (child.pid === undefined) ${settle('child', 'spawn')}
      }`,
    kept: always,
    notTriedFreely: 'the machine of whoever runs the tests needs its processes',
  },
];

const system: Attempt[] = [
  {
    what: 'load native code that is not its own',
    code: `const before = process.report.getReport().sharedObjects.length;
      try { process.dlopen({ exports: {} }, given.addon); } catch {}
      if (process.report.getReport().sharedObjects.length === before) throw new Error('it was not loaded');`,
    kept: always,
  },
  {
    what: 'reach Node’s inner bindings',
    code: `return Object.keys(process.binding('fs')).length;`,
    kept: onlyByNode,
  },
  {
    what: 'call the C library',
    code: `${native} return call('getpid');`,
    kept: onlyByNode,
  },
  {
    what: 'mount a file system',
    code: `${native} const { getRawPointer } = require('node:ffi');
      const text = Buffer.from('tmpfs\\0/empty\\0'); const at = getRawPointer(text);
      call('mount', at, at + 6n, at, 0, 0);`,
    kept: always,
    notTriedFreely: 'only root can, and the mount would stay',
  },
  {
    what: 'make a user namespace of its own',
    code: `${native} const clone = process.arch === 'arm64' ? 220 : 56;
      if (call('syscall', clone, 0x10000000 | 17, 0, 0, 0, 0) === 0) call('_exit', 0);`,
    kept: always,
    notTriedFreely: 'many systems forbid it to everybody',
  },
];

export const attempts: Attempt[] = [...network, ...files, ...system, ...processes];
