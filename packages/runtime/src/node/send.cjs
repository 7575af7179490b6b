/** `send`, which answers for `response.sendFile` and `response.download` of Express. */
const { notAvailable } = require('./unavailable.ts');

module.exports = () => notAvailable('response.sendFile');
