import { format } from 'prettier/standalone';
import type { FormatAnswer, FormatQuestion } from './formatText.ts';

/** Prettier in a thread of its own; each language's part is fetched when it is first needed. */
const plugins = {
  typescript: async () => [
    await import('prettier/plugins/typescript'),
    await import('prettier/plugins/estree'),
  ],
  babel: async () => [
    await import('prettier/plugins/babel'),
    await import('prettier/plugins/estree'),
  ],
  json: async () => [
    await import('prettier/plugins/babel'),
    await import('prettier/plugins/estree'),
  ],
  markdown: async () => [await import('prettier/plugins/markdown')],
  yaml: async () => [await import('prettier/plugins/yaml')],
};

async function answer({ id, text, parser, tabSize }: FormatQuestion): Promise<FormatAnswer> {
  try {
    const formatted = await format(text, {
      parser,
      plugins: await plugins[parser](),
      tabWidth: tabSize,
      singleQuote: true,
      printWidth: 100,
    });
    return { id, ok: true, text: formatted };
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<FormatQuestion>) => {
  void answer(data).then((reply) => self.postMessage(reply));
});
