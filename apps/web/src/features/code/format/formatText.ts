export type Parser = 'typescript' | 'babel' | 'json' | 'markdown' | 'yaml';
export type FormatQuestion = { id: number; text: string; parser: Parser; tabSize: number };
export type FormatAnswer = { id: number } & (
  | { ok: true; text: string }
  | { ok: false; message: string }
);

/** How long formatting one file may take, ms. Counters a file that the formatter never finishes. */
const patienceMs = 10_000;

let worker: Worker | undefined;
let lastId = 0;

/** Formats a text in a worker. Nothing when it cannot be parsed or takes too long. */
export async function formatText(
  text: string,
  parser: Parser,
  tabSize: number,
): Promise<string | undefined> {
  worker ??= new Worker(new URL('./format.worker.ts', import.meta.url), { type: 'module' });
  lastId += 1;
  const question: FormatQuestion = { id: lastId, text, parser, tabSize };
  const asked = worker;
  return new Promise((resolve) => {
    const end = (result: string | undefined) => {
      clearTimeout(timer);
      asked.removeEventListener('message', listen);
      resolve(result);
    };
    const listen = ({ data }: MessageEvent<FormatAnswer>) => {
      if (data.id === question.id) end(data.ok ? data.text : undefined);
    };
    const timer = setTimeout(() => {
      asked.terminate();
      worker = undefined;
      end(undefined);
    }, patienceMs);
    asked.addEventListener('message', listen);
    asked.postMessage(question);
  });
}
