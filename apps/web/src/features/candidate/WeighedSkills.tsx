import type { WeighedRole, WeighedSkill } from '@assay/contracts/http';
import { describeWeighed, formatScore, needNames, weighingFormula } from '@assay/contracts/report';
import table from '#app/Table.module.css';
import classes from './CandidatePage.module.css';
import { ScoreCell } from './ScoreCell.tsx';

/** What was judged of each skill of a role, from what, and what it comes to by the role's weights. */
export function WeighedSkills({ role }: { role: WeighedRole }) {
  return (
    <section className={classes.weighed} aria-label={`Skills of ${role.title}`}>
      <h2>Weighed for {role.title}</h2>
      <div className={table.frame}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Skill</th>
              <th scope="col" className={table.end}>
                Weight
              </th>
              <th scope="col">Judged by</th>
              <th scope="col" className={table.end}>
                Of 5
              </th>
            </tr>
          </thead>
          <tbody>
            {role.skills.map((skill) => (
              <tr key={skill.name}>
                <th scope="row" className={classes.skill}>
                  {skill.name}
                  <span className={table.faint}>{needNames[skill.need]}</span>
                </th>
                <td className={`${table.end} numbers`}>{skill.weight}</td>
                <td className={`${classes.judged} numbers`}>
                  <JudgedBy skill={skill} />
                </td>
                <ScoreCell value={skill.value} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">By weight</th>
              <td className={`${table.end} numbers`} colSpan={2}>
                {role.judgedWeight} of {role.weight} is judged
              </td>
              <ScoreCell value={role.value} />
            </tr>
          </tfoot>
        </table>
      </div>
      <p className={classes.formula}>{describeWeighed(role)}</p>
      <p className={classes.formula}>{weighingFormula}</p>
    </section>
  );
}

function JudgedBy({ skill: { parts, open } }: { skill: WeighedSkill }) {
  if (parts.length === 0)
    return (
      <span className={table.faint}>
        {open.length > 0
          ? `Nothing yet. It would show in: ${open.join(', ')}`
          : 'Nothing asks for it'}
      </span>
    );
  return parts.map(({ title, criteria, value }, index) => (
    // Two attempts may share a challenge.
    <span key={index}>
      {title} {formatScore(value)}
      <span className={table.faint}>
        , {criteria === 1 ? '1 criterion' : `${criteria} criteria`}
      </span>
    </span>
  ));
}
