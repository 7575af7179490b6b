/** There are no key objects here. */
module.exports = { isKeyObject: () => false, isCryptoKey: () => false };
