module.exports = { createRequire: () => () => ({}) };
