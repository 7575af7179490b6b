/** Jest's packages load it for features that need files; there are none here. */
module.exports = {};
