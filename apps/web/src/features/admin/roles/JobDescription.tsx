import type { RoleDraft } from '@assay/contracts/http';
import { Button, CopyButton, Group, Textarea } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import cards from '#app/Cards.module.css';
import { Statement } from '#features/statement/Statement.tsx';
import { describeRole } from './describeRole.ts';
import classes from './JobDescription.module.css';

/** The job description as it reads, to copy as Markdown, or to rewrite by hand. */
export function JobDescription({
  draft,
  onChange,
}: {
  draft: RoleDraft;
  onChange: (changes: Partial<RoleDraft>) => void;
}) {
  const { description } = draft;
  const markdown = description ?? describeRole(draft);
  const isOwn = description !== undefined;
  return (
    <section className={cards.card} aria-labelledby="job">
      <h2 id="job">Job description</h2>
      <p className={cards.lead}>
        {isOwn
          ? 'In your own words: changes to the role no longer change it.'
          : 'It follows from the role as you write.'}
      </p>
      <Group gap={8} mb={12}>
        <CopyButton value={markdown}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={
                copied ? <IconCheck size={16} stroke={1.7} /> : <IconCopy size={16} stroke={1.7} />
              }
            >
              {copied ? 'Copied' : 'Copy as Markdown'}
            </Button>
          )}
        </CopyButton>
        {isOwn ? (
          <Button variant="subtle" onClick={() => onChange({ description: undefined })}>
            Let it follow from the role again
          </Button>
        ) : (
          <Button variant="subtle" onClick={() => onChange({ description: markdown })}>
            Rewrite it by hand
          </Button>
        )}
      </Group>
      {isOwn ? (
        <Textarea
          mb={12}
          aria-label="Job description, Markdown"
          classNames={{ input: 'code' }}
          autosize
          minRows={10}
          maxRows={28}
          maxLength={40_000}
          value={description}
          onChange={(event) => onChange({ description: event.currentTarget.value })}
        />
      ) : null}
      <div className={classes.preview}>
        <Statement markdown={markdown} />
      </div>
    </section>
  );
}
