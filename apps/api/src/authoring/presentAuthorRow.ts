import type { AuthorRow } from '@assay/contracts/http';
import type { listAuthorRows } from '@assay/db';

type Row = Awaited<ReturnType<typeof listAuthorRows>>['rows'][number];

/** A challenge as its authors' list shows it. */
export function presentAuthorRow({
  challenge,
  manifest,
  ok,
  mutationScore,
  changedAt,
}: Row): AuthorRow {
  const { title, summary, level, skills, minutes, port, postgres } = manifest;
  return {
    slug: challenge.slug,
    title,
    summary,
    level,
    skills,
    minutes,
    port,
    postgres,
    origin: challenge.headHash === challenge.folderHash ? 'folder' : 'saved',
    proof: presentProof(ok),
    ...(mutationScore !== null && { mutationScore: Number(mutationScore) }),
    inUse: challenge.headHash === challenge.currentHash,
    changedAt: new Date(changedAt ?? 0).toISOString(),
    ...(challenge.retiredAt && { retiredAt: challenge.retiredAt.toISOString() }),
  };
}

export function presentProof(ok: boolean | null): AuthorRow['proof'] {
  if (ok === null) return 'none';
  return ok ? 'passed' : 'failed';
}
