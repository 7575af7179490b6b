// Runs before the first paint, so that a dark page does not flash white. A file of its own: the
// content security policy allows no inline script.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('assay-color-scheme') ?? 'auto';
  } catch {
    // Without storage the page follows the system.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';

  // Paper is light, whatever the screen is.
  const root = document.documentElement.dataset;
  let onScreen = '';
  addEventListener('beforeprint', () => {
    onScreen = root.mantineColorScheme;
    root.mantineColorScheme = 'light';
  });
  addEventListener('afterprint', () => {
    root.mantineColorScheme = onScreen;
  });
})();
