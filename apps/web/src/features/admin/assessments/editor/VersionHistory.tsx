import type { AssessmentTemplate } from '@assay/contracts/http';
import { Link } from 'react-router';
import cards from '#app/Cards.module.css';
import { formatDay, LockBadge } from '#features/admin/assessments/LockBadge.tsx';
import classes from './VersionHistory.module.css';

/** All versions of an assessment, newest first. */
export function VersionHistory({ template }: { template: AssessmentTemplate }) {
  return (
    <section className={cards.card} aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <ol className={`${cards.lines} ${classes.versions}`}>
        {template.versions.map(({ id, version, note, author, createdAt, lockedAt, invited }) => (
          <li key={id} aria-current={id === template.id ? 'true' : undefined}>
            <Link to={`/admin/assessments/${id}`}>Version {version}</Link>
            <span className="numbers">
              {invited === 1 ? '1 person invited' : `${invited} people invited`}
            </span>
            {note === '' ? null : <p>{note}</p>}
            <div>
              {formatDay(createdAt)}
              {author === undefined ? '' : `, ${author}`}
              <LockBadge lockedAt={lockedAt} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
