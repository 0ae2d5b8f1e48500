/**
 * Runs every test file in the worker's own realm, so that packages may be loaded once a worker (`runtime.cjs`) and
 * what they make is an `Error`, an `Array` and a `Date` to the tests as well. Jest gives each file a realm of its own
 * otherwise. What a file sets on `globalThis` stays for the files after it.
 */
const vm = require("node:vm");
const { LegacyFakeTimers, ModernFakeTimers } = require("@jest/fake-timers");
const { TestEnvironment } = require("jest-environment-node");

/** Stands for the worker's own realm, which Node has no handle for. */
const own = vm.createContext({});
const { compileFunction } = vm;
vm.compileFunction = (code, parameters, { parsingContext, ...options } = {}) =>
  compileFunction(code, parameters, parsingContext === own ? options : { ...options, parsingContext });

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const { projectConfig } = config;
    this.global = globalThis;
    this.context = own;
    const timerConfig = { idToRef: (id) => id, refToId: (timer) => timer };
    this.fakeTimers = new LegacyFakeTimers({
      config: projectConfig,
      global: globalThis,
      moduleMocker: this.moduleMocker,
      timerConfig,
    });
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }
};
