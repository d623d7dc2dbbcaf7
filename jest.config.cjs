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

module.exports = {
  projects: [
    {
      displayName: "engine",
      testEnvironment: "node",
      transform: { "\\.[jt]sx?$": swc },
      testMatch: ["<rootDir>/test/**/*.test.ts"],
    },
    {
      displayName: "pane",
      testEnvironment: "jsdom",
      transform: { "\\.[jt]sx?$": swc },
      testMatch: ["<rootDir>/test/**/*.test.tsx"],
    },
  ],
};
