import type { Report, ReportComparison } from '@assay/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { Notice } from '#app/Notice.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { ScrollRegion } from '#panes/ScrollRegion.tsx';
import { alignReports, type ComparedCell } from './alignReports.ts';
import { compareAddress } from './compareAddress.ts';
import classes from './ComparePage.module.css';

const title = 'Compare candidates';

/** Candidates side by side on the same criteria. No figure ranks them, and nothing is sorted by one. */
export function ComparePage() {
  const [search] = useSearchParams();
  const attemptIds = (search.get('attempts') ?? '').split(',').filter((id) => id !== '');
  const comparison = useQuery(
    api.reports.compare.queryOptions({ input: { attemptIds }, enabled: attemptIds.length > 1 }),
  );
  if (attemptIds.length < 2)
    return (
      <StaffPage title={title}>
        <Notice
          title="Nobody is chosen"
          actions={[{ label: 'To the candidates', to: '/admin/candidates' }]}
        >
          Choose two to six candidates on the board or in the list, then Compare.
        </Notice>
      </StaffPage>
    );
  if (comparison.isPending) return <Loading label="Putting them side by side" />;
  if (comparison.isError)
    return (
      <StaffPage title={title}>
        <ProblemNotice error={comparison.error} onRetry={() => void comparison.refetch()} />
      </StaffPage>
    );
  return <Page comparison={comparison.data} />;
}

function Page({ comparison: { reports, differences } }: { comparison: ReportComparison }) {
  const groups = alignReports(reports);
  return (
    <StaffPage
      wide
      title={title}
      lead="The same criteria in rows. A criterion counts with the median of its n reviews. Nothing here ranks people: read what the figures rest on."
    >
      {differences.length > 0 ? (
        <section className={classes.differences} aria-label="What differs">
          <h2>Not all of this is the same thing</h2>
          <ul>
            {differences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <ScrollRegion label="Candidates side by side" className={classes.frame}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              {reports.map((report) => (
                <Head key={report.attemptId} report={report} reports={reports} />
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.title}>
              <tr className={classes.group}>
                <th scope="rowgroup" colSpan={reports.length + 1}>
                  <span>{group.title}</span>
                </th>
              </tr>
              {group.rows.map(({ label, numbers, cells }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {cells.map((cell, index) => (
                    <Cell key={reports[index]?.attemptId} cell={cell} isNumber={numbers === true} />
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </ScrollRegion>
    </StaffPage>
  );
}

function Head({ report, reports }: { report: Report; reports: readonly Report[] }) {
  const { attemptId, candidateName } = report;
  const others = reports.flatMap((one) => (one.attemptId === attemptId ? [] : [one.attemptId]));
  return (
    <th scope="col">
      <Link to={`/review/${attemptId}/report`}>
        <bdi>{candidateName}</bdi>
      </Link>
      {others.length > 1 ? (
        <Link
          className={classes.leave}
          to={compareAddress(others)}
          replace
          aria-label={`Leave ${candidateName} out`}
        >
          Leave out
        </Link>
      ) : null}
    </th>
  );
}

function Cell({ cell, isNumber }: { cell: ComparedCell | undefined; isNumber: boolean }) {
  if (cell === undefined) return <td className={classes.none}>–</td>;
  return (
    <td className="numbers" data-number={isNumber || undefined}>
      <b>{cell.text}</b>
      {cell.detail === undefined ? null : (
        <span title={cell.detail} dir="auto">
          {cell.detail}
        </span>
      )}
    </td>
  );
}
