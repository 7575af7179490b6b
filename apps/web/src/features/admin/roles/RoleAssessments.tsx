import type { Role } from '@assay/contracts/http';
import { Link } from 'react-router';
import cards from '#app/Cards.module.css';

/** The assessments that are for a role. */
export function RoleAssessments({ assessments }: Pick<Role, 'assessments'>) {
  return (
    <section className={cards.card} aria-labelledby="assessments">
      <h2 id="assessments">Assessments for it</h2>
      {assessments.length === 0 ? (
        <p className={cards.lead}>None yet.</p>
      ) : (
        <ul className={cards.lines}>
          {assessments.map(({ id, title, version }) => (
            <li key={id}>
              <Link to={`/admin/assessments/${id}`}>{title}</Link>
              <span className="numbers">version {version}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
