/** What a hostile browser might write to a board. None of it may break the page of somebody else. */
export function strangeElements(): Record<string, unknown> {
  const rectangle = {
    id: 'huge',
    type: 'rectangle',
    x: 0,
    y: 0,
    width: 1e12,
    height: 1e12,
    fillStyle: 'hachure',
    strokeWidth: 1e-9,
    version: 1,
    versionNonce: 1,
    isDeleted: false,
    index: 'a0',
  };
  return {
    nothing: null,
    number: 7,
    list: [[[]]],
    constructor: { id: 'constructor', type: 'rectangle' },
    huge: rectangle,
    placed: { ...rectangle, id: 'placed', index: '!!' },
    arrow: { ...rectangle, id: 'arrow', type: 'arrow', points: 'none' },
    text: { ...rectangle, id: 'text', type: 'text', text: { toString: 1 } },
    page: { ...rectangle, id: 'page', type: 'embeddable', link: 'https://example.test' },
    later: { ...rectangle, id: 'later', version: Number.MAX_SAFE_INTEGER, type: 'hologram' },
  };
}
