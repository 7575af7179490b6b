/** Which names are Node's own modules, which `inspect` greys out in stacks. */
module.exports = { BuiltinModule: { exists: () => false, canBeRequiredByUsers: () => false } };
