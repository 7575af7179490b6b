import { useEffect, useState } from 'react';
import { languageOf } from '#features/code/languageOf.ts';
import { loadMonaco } from '#features/code/loadMonaco.ts';
import { ScrollRegion } from '#panes/ScrollRegion.tsx';
import classes from './Chat.module.css';

type Token = { text: string; kind: string | undefined };

/** What people write behind the backticks, beside the endings of files. */
const names: Record<string, string> = {
  typescript: 'ts',
  javascript: 'js',
  tsx: 'ts',
  jsx: 'js',
  markdown: 'md',
};

/** Code in a message, in the colours of the editor. Each word is put on the page as text, never as HTML. */
export function ChatCode({ code, language }: { code: string; language: string }) {
  const { id, label } = languageOf(`.${names[language] ?? language}`);
  const [tokens, setTokens] = useState<Token[]>();
  useEffect(() => {
    let gone = false;
    tokenise(code, id).then(
      (found) => {
        if (!gone) setTokens(found);
      },
      () => {
        // Without the editor it is code without colours.
      },
    );
    return () => {
      gone = true;
    };
  }, [code, id]);
  return (
    <ScrollRegion label={`Code, ${label}`} className={classes.code}>
      <pre>
        <code>
          {tokens?.map(({ text, kind }, index) => (
            <span key={index} data-token={kind}>
              {text}
            </span>
          )) ?? code}
        </code>
      </pre>
    </ScrollRegion>
  );
}

async function tokenise(code: string, language: string): Promise<Token[]> {
  const monaco = await loadMonaco();
  // It fetches the language; what it answers is HTML, which is not used.
  await monaco.editor.colorize('', language, {});
  const lines = code.split('\n');
  return monaco.editor.tokenize(code, language).flatMap((tokens, row) => {
    const line = lines[row] ?? '';
    const words = tokens.map(({ offset, type }, index) => ({
      text: line.slice(offset, tokens[index + 1]?.offset),
      kind: kindOf(type),
    }));
    return row === 0 ? words : [{ text: '\n', kind: undefined }, ...words];
  });
}

const kinds = ['comment', 'keyword', 'string', 'number', 'type'] as const;

const kindOf = (type: string): string | undefined => kinds.find((kind) => type.startsWith(kind));
