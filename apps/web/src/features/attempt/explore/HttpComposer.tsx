import type { ExploreRequest } from '@assay/contracts/http';
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconSend2 } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './Explore.module.css';
import { parseHeaders } from './parseHeaders.ts';
import { StopButton } from './StopButton.tsx';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

/** What is in the fields; kept by whoever shows them, so that it outlives the panel. */
export type RequestDraft = {
  method: (typeof methods)[number];
  path: string;
  headers: string;
  body: string;
};

export const emptyDraft: RequestDraft = {
  method: 'GET',
  path: '/',
  headers: 'Content-Type: application/json',
  body: '',
};

/** A request to be sent: method, path, headers, body. Control or command with Enter sends, as everywhere in a form. */
export function HttpComposer({
  draft,
  onDraft,
  running,
  disabled,
  onSend,
  onStop,
}: {
  draft: RequestDraft;
  onDraft: (draft: RequestDraft) => void;
  running: boolean;
  disabled: boolean;
  onSend: (request: ExploreRequest) => void;
  onStop: (() => void) | undefined;
}) {
  const [tried, setTried] = useState(false);
  const { method, path, headers, body } = draft;
  const parsed = parseHeaders(headers);
  const pathProblem = path.startsWith('/') ? undefined : 'A path starts with /.';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!parsed.ok || pathProblem !== undefined || running) return;
        onSend({ kind: 'http', method, path, headers: parsed.headers, body: hasBody ? body : '' });
      }}
    >
      <div className={classes.line}>
        <Select
          size="xs"
          w={96}
          aria-label="Method"
          allowDeselect={false}
          data={methods}
          value={method}
          onChange={(value) => onDraft({ ...draft, method: value ?? 'GET' })}
        />
        <TextInput
          size="xs"
          className={classes.path}
          aria-label="Path"
          spellCheck={false}
          value={path}
          error={tried ? pathProblem : undefined}
          onChange={(event) => onDraft({ ...draft, path: event.currentTarget.value })}
        />
        {running && onStop ? (
          <StopButton onStop={onStop} />
        ) : (
          <Button
            type="submit"
            size="xs"
            disabled={disabled || running}
            leftSection={<IconSend2 size={14} stroke={1.8} />}
          >
            Send
          </Button>
        )}
      </div>
      <Textarea
        size="xs"
        label="Headers"
        classNames={{ input: classes.code }}
        autosize
        minRows={1}
        maxRows={5}
        spellCheck={false}
        value={headers}
        error={tried && !parsed.ok ? parsed.message : undefined}
        onChange={(event) => onDraft({ ...draft, headers: event.currentTarget.value })}
      />
      {hasBody ? (
        <Textarea
          size="xs"
          label="Body"
          classNames={{ input: classes.code }}
          autosize
          minRows={3}
          maxRows={12}
          spellCheck={false}
          value={body}
          onChange={(event) => onDraft({ ...draft, body: event.currentTarget.value })}
        />
      ) : null}
    </form>
  );
}
