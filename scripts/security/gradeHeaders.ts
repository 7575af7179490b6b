/** What an answer's headers should say to browsers, what it is worth when they do not, and why. */
type Rule = { header: string; points: number; holds: (value: string) => boolean; why: string };

const csp = (directive: string, allowed: RegExp) => (value: string) => {
  const found = value.split(';').map((part) => part.trim().split(/\s+/));
  const [, ...sources] = found.find(([name]) => name === directive) ?? [];
  return sources.length > 0 && sources.every((source) => allowed.test(source));
};

const rules: Rule[] = [
  {
    header: 'content-security-policy',
    points: 25,
    holds: csp('script-src', /^'(self|none)'$/),
    why: 'scripts of others, or in the page, would run',
  },
  {
    header: 'content-security-policy',
    points: 10,
    holds: csp('default-src', /^'none'$/),
    why: 'what is not named would be allowed',
  },
  {
    header: 'content-security-policy',
    points: 10,
    holds: csp('frame-ancestors', /^'none'$/),
    why: 'another site could lay the page under its own',
  },
  {
    header: 'content-security-policy',
    points: 5,
    holds: csp('base-uri', /^'none'$/),
    why: 'a planted <base> would move every address',
  },
  {
    header: 'content-security-policy',
    points: 5,
    holds: csp('form-action', /^'(self|none)'$/),
    why: 'a planted form could send elsewhere',
  },
  {
    header: 'x-content-type-options',
    points: 10,
    holds: (value) => value === 'nosniff',
    why: 'browsers would guess what a file is',
  },
  {
    header: 'referrer-policy',
    points: 10,
    holds: (value) => ['no-referrer', 'same-origin'].includes(value),
    why: 'links, which carry tokens, would be told to other sites',
  },
  {
    header: 'cross-origin-opener-policy',
    points: 5,
    holds: (value) => value === 'same-origin',
    why: 'a page that opened ours would hold its window',
  },
  {
    header: 'cross-origin-resource-policy',
    points: 5,
    holds: (value) => value === 'same-origin',
    why: 'other sites could load our answers',
  },
];

/** Only where TLS is: on plain HTTP browsers pass it over. */
const withTls: Rule = {
  header: 'strict-transport-security',
  points: 15,
  holds: (value) => Number(/max-age=(\d+)/.exec(value)?.[1]) >= 15_552_000,
  why: 'the first request of the next visit could go without TLS',
};

/** A header that tells strangers which software to look up holes of, points lost. */
const tellingPoints = 5;
const telling = ['x-powered-by'];

export type Grade = { grade: 'A' | 'B' | 'C' | 'F'; points: number; lost: string[] };

/** Grades what an answer tells browsers about keeping it safe, of 100 points. */
export function gradeHeaders(headers: Headers, { tls }: { tls: boolean }): Grade {
  const wanted = tls ? [...rules, withTls] : rules;
  const most = wanted.reduce((sum, { points }) => sum + points, 0);
  const missing = wanted.filter(({ header, holds }) => !holds(headers.get(header) ?? ''));
  const told = telling.filter((header) => headers.has(header));
  const lost = missing.reduce((sum, { points }) => sum + points, told.length * tellingPoints);
  const points = Math.max(0, Math.round(((most - lost) / most) * 100));
  return {
    grade: points === 100 ? 'A' : points >= 90 ? 'B' : points >= 70 ? 'C' : 'F',
    points,
    lost: [
      ...missing.map(({ header, why }) => `${header}: ${why}`),
      ...told.map((header) => `${header}: it names the software`),
    ],
  };
}
