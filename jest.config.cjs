const { availableParallelism } = require("node:os");

const swc = [
  "@swc/jest",
  {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript", tsx: true },
      transform: { react: { runtime: "automatic" } },
    },
    module: { type: "commonjs" },
  },
];
const transform = { "\\.[jt]sx?$": swc };

module.exports = {
  // Left alone, two cores would mean one worker, and the browser's build would wait for everything else.
  maxWorkers: Math.min(4, availableParallelism()),
  // A busy machine is no failure; what must be quick is measured by the benchmark.
  testTimeout: 60_000,
  projects: [
    {
      displayName: "engine",
      testEnvironment: "node",
      transform,
      setupFiles: ["<rootDir>/test/house/property-seed.ts"],
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/browser/"],
    },
    {
      displayName: "pane",
      testEnvironment: "jsdom",
      transform,
      setupFiles: ["<rootDir>/test/taskpane/frames.ts"],
      testMatch: ["<rootDir>/test/**/*.test.tsx"],
    },
    {
      displayName: "browser",
      testEnvironment: "node",
      transform,
      globalSetup: "<rootDir>/test/browser/start-page.ts",
      globalTeardown: "<rootDir>/test/browser/stop-page.ts",
      testMatch: ["<rootDir>/test/browser/**/*.test.ts"],
    },
  ],
};
