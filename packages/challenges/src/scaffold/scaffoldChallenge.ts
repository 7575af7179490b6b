import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChallengeManifest, Port } from '@assay/contracts/challenge';
import type { Files } from '@assay/contracts/workspace';
import { parseDocument } from 'yaml';
import { readFolder } from '#folder/readFolder.ts';

/** Beside the content that they become; folders that begin with a dot are no challenges. */
const templates = fileURLToPath(new URL('../../../../challenges/.templates', import.meta.url));

/** What an author says of a challenge before it is written; what is left out stays as in the template. */
export type Essentials = Pick<ChallengeManifest, 'title'> &
  Partial<Pick<ChallengeManifest, 'summary' | 'skills' | 'level' | 'minutes'>>;

/** The files of a small challenge that passes its gate, to be changed into the real one. */
export async function scaffoldChallenge(port: Port, essentials: Essentials): Promise<Files> {
  const files = await readFolder(join(templates, port));
  const { 'challenge.yaml': manifest = '', 'README.md': statement = '' } = files;
  return {
    ...files,
    'challenge.yaml': withEssentials(manifest, essentials),
    'README.md': statement.replace('TITLE', () => essentials.title),
  };
}

/** The template's manifest, comments and all, with what the author says. */
function withEssentials(manifest: string, essentials: Essentials): string {
  const document = parseDocument(manifest);
  for (const [key, value] of Object.entries(essentials))
    if (value !== undefined) document.set(key, document.createNode(value, { flow: true }));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
