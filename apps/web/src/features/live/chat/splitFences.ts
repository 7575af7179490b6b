/** A message in parts: words, and code as it stood between two lines of three backticks. */
export type ChatPart =
  | { kind: 'text'; text: string }
  | { kind: 'code'; language: string; text: string };

/** Three backticks at the start of a line, perhaps with the name of a language behind. */
const fence = /^ {0,3}```([^`\n]*)$/;

/** Splits a message at its fences. One that is not closed goes to the end. */
export function splitFences(message: string): ChatPart[] {
  const parts: ChatPart[] = [];
  let lines: string[] = [];
  let language: string | undefined;
  const end = () => {
    const text = lines.join('\n');
    if (language !== undefined) parts.push({ kind: 'code', language, text });
    else if (text.trim() !== '') parts.push({ kind: 'text', text: trimLines(text) });
    lines = [];
  };
  for (const line of message.split('\n')) {
    const found = fence.exec(line);
    if (found === null || (language !== undefined && found[1]?.trim() !== '')) {
      lines.push(line);
      continue;
    }
    end();
    language = language === undefined ? (found[1]?.trim().toLowerCase() ?? '') : undefined;
  }
  if (lines.length > 0 || language !== undefined) end();
  return parts;
}

/** Whether what is written at the end of `text` stands in code: a new line there is one, and does not send. */
export function isInCode(text: string): boolean {
  let open = false;
  for (const line of text.split('\n')) {
    const found = fence.exec(line);
    if (found !== null && (!open || found[1]?.trim() === '')) open = !open;
  }
  return open;
}

const trimLines = (text: string): string => text.replace(/^\n+|\s+$/g, '');
