import type { NewChallenge } from '@assay/contracts/http';
import {
  Button,
  Group,
  Modal,
  NativeSelect,
  Radio,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { WholeNumberInput } from '#app/WholeNumberInput.tsx';
import { fieldProblems } from '#features/admin/fieldProblems.ts';
import { levelNames } from '#features/attempt/lobby/levels.ts';
import { portNames } from '#features/author/portNames.ts';
import classes from './NewChallengeDialog.module.css';
import { slugOf } from './slugOf.ts';
import { takenBy } from './takenBy.ts';
import { useOpenChallenge } from './useOpenChallenge.ts';

const ports: Record<NewChallenge['port'], string> = {
  http: 'Tests send requests to the server that the solution starts.',
  module: 'Tests call what the solution’s entry file exports.',
};
const blank: NewChallenge = {
  slug: '',
  port: 'http',
  title: '',
  summary: '',
  skills: [],
  level: 'mid',
  minutes: 60,
};

/** Makes a small challenge that passes its gate, and opens it to be changed into the real one. */
export function NewChallengeDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="New challenge" size={600}>
      <NewChallengeForm onClose={onClose} />
    </Modal>
  );
}

function NewChallengeForm({ onClose }: { onClose: () => void }) {
  const [form, setForm] = useState(blank);
  /** Follows the title until somebody writes another one. */
  const [ownSlug, setOwnSlug] = useState<string>();
  const slug = ownSlug ?? slugOf(form.title);
  const set = (change: Partial<NewChallenge>) => setForm({ ...form, ...change });
  const create = useMutation(
    api.author.createChallenge.mutationOptions({ onSuccess: useOpenChallenge() }),
  );
  const problems = fieldProblems(create.error);
  const taken = takenBy(create.error);
  const isElsewhere = create.isError && problems.size === 0 && taken === undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ ...form, slug, title: form.title.trim(), summary: form.summary.trim() });
      }}
    >
      <Stack gap={16}>
        <TextInput
          label="Title"
          required
          withAsterisk={false}
          data-autofocus
          autoComplete="off"
          maxLength={100}
          value={form.title}
          error={problems.get('title')}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <TextInput
          label="Name"
          description="In addresses and archives, for good: lower-case words joined by hyphens."
          required
          withAsterisk={false}
          autoComplete="off"
          maxLength={60}
          value={slug}
          error={
            taken ? `“${taken.title}” has this name already. Choose another.` : problems.get('slug')
          }
          onChange={(event) => setOwnSlug(event.currentTarget.value)}
        />
        <Textarea
          label="Summary"
          description="What candidates read before they begin, in a sentence or two."
          required
          withAsterisk={false}
          maxLength={300}
          autosize
          minRows={2}
          value={form.summary}
          error={problems.get('summary')}
          onChange={(event) => set({ summary: event.currentTarget.value.replaceAll('\n', ' ') })}
        />
        <TagsInput
          label="Skills"
          placeholder={form.skills.length === 0 ? 'One, then Enter' : ''}
          required
          withAsterisk={false}
          acceptValueOnBlur
          classNames={{ inputField: classes.words }}
          maxTags={12}
          value={form.skills}
          error={problems.get('skills')}
          onChange={(skills) => set({ skills })}
        />
        <Radio.Group
          label="Port"
          value={form.port}
          onChange={(port) => set({ port: port === 'module' ? 'module' : 'http' })}
        >
          <Group grow gap={16} mt={8} align="start">
            {(['http', 'module'] as const).map((port) => (
              <Radio key={port} value={port} label={portNames[port]} description={ports[port]} />
            ))}
          </Group>
        </Radio.Group>
        <Group grow gap={16}>
          <NativeSelect
            label="Level"
            data={Object.entries(levelNames).map(([value, label]) => ({ value, label }))}
            value={form.level}
            onChange={(event) => set({ level: event.currentTarget.value as NewChallenge['level'] })}
          />
          <WholeNumberInput
            label="Minutes"
            min={5}
            max={240}
            value={form.minutes}
            fallback={60}
            onChange={(minutes) => set({ minutes })}
          />
        </Group>
        {isElsewhere ? <ProblemNotice order={3} error={create.error} /> : null}
        <Text size="sm" c="dimmed">
          It begins as a small challenge that is complete: statement, starter, reference, tests and
          wrong solutions, to be changed into yours. Nobody is asked it before it has passed Verify.
        </Text>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={create.isPending}
            disabled={slug === '' || form.skills.length === 0}
          >
            Make it
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
