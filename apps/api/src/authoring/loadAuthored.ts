import type { AuthoredChallenge, Member } from '@assay/contracts/http';
import {
  type Database,
  findChallengeSource,
  findLastVerification,
  listAuthorRows,
  listRevisions,
} from '@assay/db';
import { presentAuthorRow, presentProof } from './presentAuthorRow.ts';
import { presentVerification } from './presentVerification.ts';

/** A challenge with all its files and its history, as `member` sees it; `undefined` when there is none. */
export async function loadAuthored(
  db: Database,
  slug: string,
  member: Member,
): Promise<AuthoredChallenge | undefined> {
  const { rows } = await listAuthorRows(db, { slug, page: 1, pageSize: 1 });
  const [row] = rows;
  if (row === undefined) return undefined;
  const { headHash, currentHash, folderHash } = row.challenge;
  const [files, revisions, last] = await Promise.all([
    findChallengeSource(db, slug, headHash),
    listRevisions(db, slug),
    findLastVerification(db, slug, member.id),
  ]);
  const isShown = last !== undefined && (last.state === 'queued' || last.hash === headHash);
  return {
    ...presentAuthorRow(row),
    head: headHash,
    current: currentHash,
    ...(folderHash !== null && { folder: folderHash }),
    files: files ?? {},
    revisions: revisions.map(({ revision: { id, hash, origin, note, at }, author, ok }) => ({
      id,
      hash,
      origin,
      note,
      at: at.toISOString(),
      proof: presentProof(ok),
      ...(author !== null && { author }),
    })),
    ...(isShown && { verification: presentVerification(last) }),
  };
}
