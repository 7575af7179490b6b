import type { AuthoredChallenge, Member } from '@assay/contracts/http';
import {
  cameFromFolder,
  type Database,
  findChallengeSource,
  findLastVerification,
  findUses,
  listAuthorRows,
  listRevisions,
} from '@assay/db';
import { notFound, unwrap } from '#http/refusal.ts';
import { presentAuthorRow, presentProof } from './presentAuthorRow.ts';
import { presentVerification } from './presentVerification.ts';

/** A challenge with all its files and its history, as `member` sees it. Rejects with 404 when there is none. */
export async function loadAuthored(
  db: Database,
  slug: string,
  member: Member,
): Promise<AuthoredChallenge> {
  const { rows } = await listAuthorRows(db, { slug, page: 1, pageSize: 1 });
  const [row] = rows;
  if (row === undefined) return unwrap<never>(notFound);
  const { headHash, currentHash, folderHash } = row.challenge;
  const [files, revisions, last, uses, fromFolder] = await Promise.all([
    findChallengeSource(db, slug, headHash),
    listRevisions(db, slug),
    findLastVerification(db, slug, member.id),
    findUses(db, slug),
    cameFromFolder(db, slug),
  ]);
  const isShown = last !== undefined && (last.state === 'queued' || last.hash === headHash);
  return {
    ...presentAuthorRow(row),
    head: headHash,
    ...(currentHash !== null && { current: currentHash }),
    ...(folderHash !== null && { folder: folderHash }),
    uses,
    deletable: !fromFolder && uses.assessments.length === 0 && uses.attempts === 0,
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
