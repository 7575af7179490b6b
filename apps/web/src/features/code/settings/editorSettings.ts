/** How somebody likes to edit; kept in this browser, for every editor of the app. */
export type EditorSettings = {
  /** CSS pixels. */
  fontSize: number;
  tabSize: 2 | 4 | 8;
  keys: 'standard' | 'vim' | 'emacs';
  wordWrap: boolean;
};

export const fontSizes = [11, 12, 13, 14, 16, 18, 20, 24] as const;
export const tabSizes = [2, 4, 8] as const;

export const defaultSettings: EditorSettings = {
  fontSize: 13,
  tabSize: 2,
  keys: 'standard',
  wordWrap: false,
};

/** Reads settings that were stored; whatever is not one of them is as if it were not there. */
export function parseSettings(stored: string | null): EditorSettings {
  let value: unknown;
  try {
    value = JSON.parse(stored ?? 'null');
  } catch {
    return defaultSettings;
  }
  if (typeof value !== 'object' || value === null) return defaultSettings;
  const { fontSize, tabSize, keys, wordWrap } = value as Record<string, unknown>;
  return {
    fontSize: fontSizes.find((size) => size === fontSize) ?? defaultSettings.fontSize,
    tabSize: tabSizes.find((size) => size === tabSize) ?? defaultSettings.tabSize,
    keys: keys === 'vim' || keys === 'emacs' ? keys : 'standard',
    wordWrap: wordWrap === true,
  };
}
