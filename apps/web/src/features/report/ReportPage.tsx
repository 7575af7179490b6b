import type { Paper, Report } from '@assay/contracts/http';
import { layOutReport } from '@assay/contracts/report';
import { Button, Menu } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useParams } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import desk from '#features/review/desk/DeskHead.module.css';
import { PageHead } from '#panes/PageHead.tsx';
import { BlockView } from './BlockView.tsx';
import classes from './ReportPage.module.css';

const papers: { paper: Paper; name: string }[] = [
  { paper: 'a4', name: 'On A4' },
  { paper: 'letter', name: 'On Letter' },
];

/** All that is known of an attempt, as one document to read and to print. */
export function ReportPage() {
  const { attemptId = '' } = useParams();
  const report = useQuery(api.reports.getReport.queryOptions({ input: { attemptId } }));
  if (report.isPending) return <Loading label="Writing the report" />;
  if (report.isError)
    return (
      <StaffPage title="Report">
        <ProblemNotice error={report.error} onRetry={() => void report.refetch()} />
      </StaffPage>
    );
  return <Page report={report.data} />;
}

function Page({ report }: { report: Report }) {
  const { attemptId, candidateName, assessment } = report;
  const blocks = useMemo(() => layOutReport(report), [report]);
  useEffect(() => {
    document.title = `Report on ${candidateName} · Assay`;
  }, [candidateName]);
  return (
    <main className={classes.page}>
      <div className={classes.bar}>
        <PageHead
          back={{ to: `/review/${attemptId}`, label: 'To the desk' }}
          title={candidateName}
          heading="Report"
          detail={`${candidateName} · ${assessment.title}`}
          className={desk.who}
        >
          <div className={classes.actions}>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconFileTypePdf size={15} stroke={1.7} />}
                >
                  PDF
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {papers.map(({ paper, name }) => (
                  <Menu.Item
                    key={paper}
                    component="a"
                    href={`/api/reports/attempts/${attemptId}/pdf?paper=${paper}`}
                    download
                  >
                    {name}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPrinter size={15} stroke={1.7} />}
              onClick={() => window.print()}
            >
              Print
            </Button>
          </div>
        </PageHead>
      </div>
      <div className={classes.scroll}>
        <article className={classes.sheet}>
          {blocks.map((block, index) => (
            // Blocks never move: a report is written once.
            <BlockView key={index} block={block} />
          ))}
        </article>
      </div>
    </main>
  );
}
