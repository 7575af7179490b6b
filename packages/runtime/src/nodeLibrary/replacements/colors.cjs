/** Output is never a terminal. */
const names = ['blue', 'green', 'white', 'yellow', 'red', 'gray', 'reset', 'clear', 'undim', 'dim'];
module.exports = {
  ...Object.fromEntries(names.map((name) => [name, ''])),
  hasColors: false,
  shouldColorize: () => false,
  refresh() {},
};
