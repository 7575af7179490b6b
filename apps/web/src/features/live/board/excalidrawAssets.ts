declare global {
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string;
  }
}

// Without it, Excalidraw fetches its fonts from a foreign host. `build/hostExcalidraw.ts` puts them there.
window.EXCALIDRAW_ASSET_PATH = '/assets/board/';

export {};
