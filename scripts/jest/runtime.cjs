/**
 * Loads a package once a worker instead of once a test file, which was half of a worker's time. Our own modules are
 * loaded anew for each file, as Jest does it, so that nothing they keep passes from one file to the next.
 */
const { createRequire, isBuiltin } = require("node:module");
const Runtime = require("jest-runtime").default;

/** A package's name; ours and Jest's own, which belongs to a file, are not among them. */
const PACKAGE = /^(?!@sendex\/|@jest\/)@?[a-z0-9]/i;

module.exports = class extends Runtime {
  requireModuleOrMock(from, name) {
    if (!PACKAGE.test(name) || isBuiltin(name)) return super.requireModuleOrMock(from, name);
    return createRequire(from)(name);
  }
};
