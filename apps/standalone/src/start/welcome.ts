import type { DemoLinks } from '@assay/api';
import type { Standalone } from './startStandalone.ts';

/** What is said once all is running: where to go, as whom, and how to stop. */
export function welcome({
  url,
  dataFolder,
  demo,
  firstAdmin,
  sandbox,
}: {
  url: string;
  dataFolder: string;
  demo: DemoLinks | undefined;
  firstAdmin: string | undefined;
  sandbox: Standalone['sandbox'];
}): string {
  const links: [string, string][] = [];
  if (demo) {
    links.push(
      ['Candidate', demo.candidate],
      ['Reviewer', demo.reviewer],
      ['Interviewer', demo.interviewer],
      ['Admin', demo.admin],
    );
  }
  if (firstAdmin !== undefined) links.push(['First admin', firstAdmin]);
  const rows: [string, string][] = [
    ['Data', dataFolder],
    ['Sandbox', describeSandbox(sandbox)],
    ['Stop', 'Ctrl-C'],
  ];
  const once =
    links.length > 0 ? ['Sign-in links work once. The next start prints new ones.', ''] : [];
  return [
    '',
    `Assay is running at ${url}`,
    '',
    ...table(links),
    ...(links.length > 0 ? [''] : []),
    ...once,
    ...table(rows),
    '',
  ]
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}

function table(rows: [string, string][]): string[] {
  return rows.map(([label, value]) => `${label.padEnd(14)}${value}`);
}

function describeSandbox({ profile, weakerBecause }: Standalone['sandbox']): string {
  return weakerBecause === undefined
    ? profile
    : `${profile}; not namespaces, because ${weakerBecause}`;
}
