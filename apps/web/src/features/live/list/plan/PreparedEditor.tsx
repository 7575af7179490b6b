import type { LiveSession } from '@assay/contracts/http';
import { findPathProblem } from '@assay/contracts/workspace';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import cards from '#app/Cards.module.css';
import { useEditSession } from '#features/live/list/useEditSession.ts';

/** A set as it is edited: two files may have the same name for a moment. */
type Draft = { id: string; title: string; files: { path: string; content: string }[] };

/** Files set aside for the session: a follow-up, failing tests, an incident. In the pad, Alt and the number adds them. */
export function PreparedEditor({ session }: { session: LiveSession }) {
  const saved = toDrafts(session.prepared);
  const [sets, setSets] = useState(saved);
  const { save, isPending, error } = useEditSession(session);
  const isOver = session.state === 'ended';
  const change = (id: string, changes: Partial<Draft>) =>
    setSets(sets.map((set) => (set.id === id ? { ...set, ...changes } : set)));
  const isChanged = JSON.stringify(sets) !== JSON.stringify(saved);
  return (
    <section className={cards.card} aria-labelledby="prepared">
      <h2 id="prepared">Prepared files</h2>
      <p className={cards.lead}>
        Only interviewers see them until they are added: in the pad, with Alt and their number, over
        files of the same name.
      </p>
      <ol className={cards.list}>
        {sets.map(({ id, title, files }, index) => (
          <li key={id}>
            <Stack gap={8}>
              <TextInput
                label={`Set ${index + 1}`}
                placeholder="Follow-up, failing test, incident"
                maxLength={120}
                disabled={isOver}
                value={title}
                onChange={(event) => change(id, { title: event.currentTarget.value })}
              />
              {files.map(({ path, content }, at) => {
                const put = (file: Partial<Draft['files'][number]>) =>
                  change(id, {
                    files: files.map((old, other) => (other === at ? { ...old, ...file } : old)),
                  });
                return (
                  // A file’s name is what is being typed.
                  <Stack key={at} gap={4}>
                    <TextInput
                      label="File"
                      placeholder="src/name.ts"
                      disabled={isOver}
                      value={path}
                      error={path === '' ? undefined : findPathProblem(path)}
                      onChange={(event) => put({ path: event.currentTarget.value })}
                    />
                    <Textarea
                      aria-label={`Content of ${path === '' ? 'the file' : path}`}
                      classNames={{ input: 'code' }}
                      autosize
                      minRows={3}
                      maxRows={16}
                      spellCheck={false}
                      disabled={isOver}
                      value={content}
                      onChange={(event) => put({ content: event.currentTarget.value })}
                    />
                  </Stack>
                );
              })}
              {isOver ? null : (
                <Group gap={8}>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    onClick={() => change(id, { files: [...files, { path: '', content: '' }] })}
                  >
                    Add a file
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    onClick={() => setSets(sets.filter((set) => set.id !== id))}
                  >
                    Remove the set
                  </Button>
                </Group>
              )}
            </Stack>
          </li>
        ))}
      </ol>
      {error ? <ProblemNotice order={3} error={error} /> : null}
      {isOver ? null : (
        <Group gap={8}>
          <Button
            variant="default"
            onClick={() =>
              setSets([
                ...sets,
                { id: crypto.randomUUID(), title: '', files: [{ path: '', content: '' }] },
              ])
            }
          >
            Set files aside
          </Button>
          <Button
            loading={isPending}
            disabled={!isChanged || !sets.every(isComplete)}
            onClick={() => save({ prepared: sets.map(fromDraft) })}
          >
            Save the files
          </Button>
        </Group>
      )}
    </section>
  );
}

function toDrafts(prepared: LiveSession['prepared']): Draft[] {
  return prepared.map(({ id, title, files }) => ({
    id,
    title,
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
  }));
}

function fromDraft({ id, title, files }: Draft): LiveSession['prepared'][number] {
  const entries = files.map(({ path, content }) => [path, content] as const);
  return { id, title: title.trim(), files: Object.fromEntries(entries) };
}

function isComplete({ title, files }: Draft): boolean {
  const paths = new Set(files.map(({ path }) => path));
  return (
    title.trim() !== '' &&
    files.length > 0 &&
    paths.size === files.length &&
    files.every(({ path }) => findPathProblem(path) === undefined)
  );
}
