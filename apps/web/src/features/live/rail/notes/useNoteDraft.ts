import { useState } from 'react';
import { z } from 'zod';
import { sessionMemory } from '#features/code/sessionMemory.ts';

const Draft = z.object({ text: z.string(), at: z.number().optional() });
type Draft = z.infer<typeof Draft>;

/** A note while it is typed, which outlives a reload. Its moment is that of its first letter. */
export function useNoteDraft(sessionId: string, now: () => number) {
  const memory = sessionMemory(`assay/note/${sessionId}`);
  const [draft, setDraft] = useState<Draft>(() => parseDraft(memory.read()));
  const set = (next: Draft) => {
    setDraft(next);
    memory.write(JSON.stringify(next));
  };
  return {
    text: draft.text,
    type: (text: string) => set(text === '' ? { text } : { text, at: draft.at ?? now() }),
    /** Takes what was typed, and the moment that it is about, and begins a new one. */
    take: () => {
      set({ text: '' });
      return { text: draft.text, at: draft.at ?? now() };
    },
  };
}

export type NoteDraft = ReturnType<typeof useNoteDraft>;

function parseDraft(stored: string | null): Draft {
  try {
    return Draft.parse(JSON.parse(stored ?? ''));
  } catch {
    return { text: '' };
  }
}
