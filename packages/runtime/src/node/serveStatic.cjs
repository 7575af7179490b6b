/** `serve-static`, which is `express.static`: there are no files of the machine's to serve. */
const { notAvailable } = require('./unavailable.ts');

module.exports = () => notAvailable('express.static');
