/** Gives the button of Excalidraw’s menu the name that it comes without, for those who cannot see it. */
export function nameMenu(board: HTMLElement): void {
  board
    .querySelector('[data-testid="main-menu-trigger"]:not([aria-label])')
    ?.setAttribute('aria-label', 'Menu of the whiteboard');
}
