import { createReadStream, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Where the whiteboard looks for its fonts; their names hold their hashes. */
const place = 'assets/board/fonts';
const folder = fileURLToPath(new URL('fonts', import.meta.resolve('@excalidraw/excalidraw')));

/** What is changed in Excalidraw's code, and by what. */
const changes: [string | RegExp, string][] = [
  // A browser asks the foreign host beside each font, or complains about it, as soon as a whiteboard opens.
  [/`https:\/\/esm\.sh\/.*?\/dist\/prod\/`/, "(location.origin + '/assets/board/')"],
  // The worker cuts fonts down to the letters in use, and needs to compile code, which our content policy forbids.
  ['typeof Worker<"u"', 'false'],
];
const leftOver = /\/\/esm\.sh\/|typeof Worker<"u"/;

/** In place of what cuts fonts down: a drawing that is exported brings the whole fonts that it uses. */
const wholeFonts = `
export const Commands = {};
export const toBase64 = async (font) => {
  let bytes = '';
  for (const byte of new Uint8Array(font)) bytes += String.fromCharCode(byte);
  return 'data:font/woff2;base64,' + btoa(bytes);
};
export const subsetToBase64 = toBase64;
`;

/** Excalidraw on our own server and under our own content policy: its fonts, and nothing from anywhere else. */
export function hostExcalidraw(): Plugin {
  const fonts = new Set(globSync('**/*.woff2', { cwd: folder }));
  return {
    name: 'host-excalidraw',
    enforce: 'pre',
    resolveId(id, importer) {
      if (importer?.includes('/@excalidraw/excalidraw/') !== true) return undefined;
      if (/^\.\/subset-(shared|worker)\.chunk\.js$/.test(id)) return '\0whole-fonts';
      // The interface speaks English; there are 54 other languages.
      return /^\.\/locales\/(?!en|percentages)/.test(id) ? '\0no-language' : undefined;
    },
    load: (id) =>
      ({ '\0whole-fonts': wholeFonts, '\0no-language': 'export default {};' })[id] ?? undefined,
    transform(code, id) {
      if (!id.includes('/@excalidraw/excalidraw/dist/') || !leftOver.test(code)) return undefined;
      const own = changes.reduce((text, [from, to]) => text.replace(from, to), code);
      if (leftOver.test(own)) this.error('Excalidraw’s code has changed: see the changes above.');
      return { code: own, map: null };
    },
    generateBundle() {
      for (const font of fonts) {
        const source = readFileSync(join(folder, font));
        this.emitFile({ type: 'asset', fileName: `${place}/${font}`, source });
      }
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${place}`, (request, response, next) => {
        const font = request.url?.slice(1) ?? '';
        if (!fonts.has(font)) return next();
        response.setHeader('content-type', 'font/woff2');
        createReadStream(join(folder, font)).pipe(response);
      });
    },
  };
}
