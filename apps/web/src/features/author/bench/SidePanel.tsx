import { Tabs } from '@mantine/core';
import { Statement } from '#features/statement/Statement.tsx';
import pane from '#panes/Pane.module.css';
import type { Draft } from './Draft.ts';
import { useDraftText } from './useDraft.ts';
import type { VerificationView } from './useVerification.ts';
import { VerifyPanel } from './VerifyPanel.tsx';

export type SideView = 'statement' | 'verify';

/** The statement as candidates read it, or what the publishing gate says. */
export function SidePanel({
  draft,
  verification,
  view,
  onView,
  onOpenLine,
}: {
  draft: Draft;
  verification: VerificationView;
  view: SideView;
  onView: (view: SideView) => void;
  onOpenLine: (file: string, line: number) => void;
}) {
  const statement = useDraftText(draft, 'README.md');
  const failing = verification.rows.filter(({ ok }) => !ok).length;
  return (
    <section className={pane.pane} aria-label="Statement and checks">
      <Tabs
        value={view}
        onChange={(next) => onView(next === 'verify' ? 'verify' : 'statement')}
        classNames={{ root: pane.root, list: pane.tabs, tab: pane.tab, panel: pane.panel }}
      >
        <Tabs.List aria-label="Statement and checks">
          <Tabs.Tab value="statement">Statement</Tabs.Tab>
          <Tabs.Tab value="verify">
            Checks {failing > 0 ? <span className={pane.count}>{failing}</span> : null}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="statement" tabIndex={0}>
          <div className={pane.text}>
            <Statement markdown={statement} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="verify" tabIndex={0}>
          <VerifyPanel verification={verification} files={draft} onOpenLine={onOpenLine} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
