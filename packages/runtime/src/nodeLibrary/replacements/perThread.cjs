module.exports = { platform: 'linux', toggleTraceCategoryState() {} };
