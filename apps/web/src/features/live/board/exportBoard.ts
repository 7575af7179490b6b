import { exportToBlob, exportToSvg } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';

export type BoardFormat = 'png' | 'svg';

/** Around what is drawn, scene units. */
const padding = 24;
/** Pixels of a PNG for each unit: sharp on paper and on dense screens. */
const scale = 2;

/** Everything on the board as a file, in the light colours, whatever the page shows. */
export async function exportBoard(
  surface: ExcalidrawImperativeAPI,
  format: BoardFormat,
): Promise<Blob> {
  const { viewBackgroundColor } = surface.getAppState();
  const common = {
    elements: surface.getSceneElements(),
    appState: { viewBackgroundColor, exportBackground: true, exportWithDarkMode: false },
    files: null,
    exportPadding: padding,
  };
  if (format === 'svg') {
    const svg = await exportToSvg(common);
    return new Blob([svg.outerHTML], { type: 'image/svg+xml' });
  }
  return exportToBlob({
    ...common,
    mimeType: 'image/png',
    getDimensions: (width, height) => ({ width: width * scale, height: height * scale, scale }),
  });
}

/** Hands a file to the browser to be saved. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}
