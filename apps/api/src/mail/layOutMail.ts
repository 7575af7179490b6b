/** A line of a mail: words, or an address to open. */
type Line = string | { link: string };

/** A mail as plain text, and as simple HTML that says the same. */
export function layOutMail(
  subject: string,
  lines: readonly Line[],
): { subject: string; text: string; html: string } {
  return {
    subject,
    text: [...lines.map((line) => (typeof line === 'string' ? line : line.link)), ''].join('\n\n'),
    html: [
      '<!doctype html><html><body style="font-family: sans-serif; font-size: 15px; line-height: 1.5; max-width: 36em">',
      ...lines.map((line) => {
        if (typeof line === 'string') return `<p>${escape(line)}</p>`;
        return `<p><a href="${escape(line.link)}">${escape(line.link)}</a></p>`;
      }),
      '</body></html>',
    ].join('\n'),
  };
}

const marks: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? '');
