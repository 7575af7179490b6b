/** `debug`, silent: there is no terminal to write to. */
const silent = () => Object.assign(() => {}, { enabled: false });
module.exports = Object.assign(silent, { default: silent });
