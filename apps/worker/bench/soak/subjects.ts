import { createHash } from 'node:crypto';
import { defaultLimits, type VerdictStatus } from '@assay/contracts/verdict';
import { subjects } from '../exactness/subjects.ts';
import type { Subject } from '../rig/Subject.ts';

const isPlain = ({ challenge }: Subject) => challenge.seedSql === undefined;
const isCheap = ({ statuses }: Subject) => !statuses.includes('cpu_limit');

/** One in twenty has a PostgreSQL, which costs ten times as much to run. */
export function honestSubjects(): Subject[] {
  const plain = subjects.filter((subject) => isPlain(subject) && isCheap(subject));
  const [postgres] = subjects.filter((subject) => !isPlain(subject));
  const round = Array.from({ length: 20 }, (_, index) => plain[index % plain.length]);
  return [...round.slice(1), postgres].filter((subject) => subject !== undefined);
}

const tests = `
  import { api } from 'world';
  it('answers', async () => expect((await api.get('/')).status).toBe(200));
`;

const attacks: Record<string, { body: string; statuses: VerdictStatus[] }> = {
  'endless loop': { body: 'for (;;);', statuses: ['cpu_limit'] },
  'endless microtasks': { body: 'for (;;) await 0;', statuses: ['cpu_limit'] },
  'growing arrays': {
    body: 'const kept = []; for (;;) kept.push(new Array(1e6).fill(kept));',
    statuses: ['memory_limit', 'cpu_limit', 'crashed'],
  },
  'growing text': {
    body: "let text = 'x'; for (;;) text = (text + text).split('').join('');",
    statuses: ['memory_limit', 'failed', 'cpu_limit', 'crashed'],
  },
  'flood of lines': { body: "for (;;) console.log('x'.repeat(100));", statuses: ['output_limit'] },
  'exit with success': { body: 'process.exit(0);', statuses: ['failed', 'crashed'] },
  'late error': {
    body: "setTimeout(() => { throw new Error('late'); }, 1); await new Promise(() => {});",
    statuses: ['crashed'],
  },
  'looping stack': {
    body: "throw Object.defineProperty(new Error('x'), 'stack', { get() { for (;;); } });",
    statuses: ['cpu_limit', 'failed'],
  },
  silence: { body: 'await new Promise(() => {});', statuses: ['failed'] },
};

/** Programs that try to outlive their run, each in another way. */
export function hostileSubjects(): Subject[] {
  return Object.entries(attacks).map(([name, { body, statuses }]) => ({
    name,
    challenge: {
      slug: 'soak',
      hash: createHash('sha256').update(tests).digest('hex'),
      port: 'http',
      entry: 'index.ts',
      limits: { ...defaultLimits, testCpuMs: 200, runCpuMs: 400, wallMs: 6_000 },
      tests: { public: {}, hidden: { 'hidden.test.ts': tests } },
    },
    files: {
      'index.ts': `
        import { createServer } from 'node:http';
        createServer(async (_request, response) => { ${body} response.end(); }).listen(3000);
      `,
    },
    statuses,
  }));
}
