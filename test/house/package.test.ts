import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { importsOf, listFiles, type SourceFile } from "./source-files";

interface Package {
  readonly scripts: { readonly [name: string]: string };
  readonly dependencies: { readonly [name: string]: string };
  readonly devDependencies: { readonly [name: string]: string };
  readonly engines: { readonly node: string };
}
interface Lock {
  readonly packages: {
    readonly [path: string]: {
      readonly version?: string;
      readonly integrity?: string;
      readonly dependencies?: object;
      readonly devDependencies?: object;
      readonly optionalDependencies?: { readonly [name: string]: string };
    };
  };
}

const root = join(__dirname, "../..");
const readJson = <T>(name: string): T => JSON.parse(readFileSync(join(root, name), "utf8")) as T;
const { scripts, dependencies, devDependencies, engines } = readJson<Package>("package.json");
const { packages } = readJson<Lock>("package-lock.json");
const all = { ...dependencies, ...devDependencies };

/** What is named in a setting, or comes along with another, and so is imported nowhere. */
const BY_NAME: { readonly [name: string]: string } = {
  "@microsoft/office-js": "what the bundled channel of webpack.config.js serves, and the tests of hosts/excel run",
  "@swc/core": "what @swc/jest and swc-loader run",
  "@testing-library/dom": "what the two other testing libraries stand on",
  "@types/jest": "named in tsconfig.json",
  "@types/node": "named in tsconfig.json",
  "@types/office-js": "named in tsconfig.json",
  "@types/react": "types of react",
  "@types/react-dom": "types of react-dom",
  "dependency-cruiser": "npm run boundaries",
  eslint: "npm run lint",
  jest: "npm test",
  "jest-environment-jsdom": "named in jest.config.cjs",
  prettier: "npm run format",
  tsx: "runs the scripts of test/",
  "webpack-cli": "npm run build",
};

const configs: readonly SourceFile[] = ["webpack.config.js", "jest.config.cjs", "eslint.config.mjs"].map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
const packageOf = (module: string): string =>
  module
    .split("/")
    .slice(0, module.startsWith("@") ? 2 : 1)
    .join("/");
const packagesOf = (files: readonly SourceFile[]): readonly string[] => [
  ...new Set(
    files
      .flatMap((file) => [...importsOf(file)])
      .filter((module) => !module.startsWith(".") && !module.startsWith("node:") && !builtinModules.includes(module))
      .map(packageOf),
  ),
];
const sources = listFiles("src");
const imported = packagesOf([...sources, ...listFiles("test"), ...configs]);

test("every version is pinned", () => {
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test("the lock file is of this package.json, and complete", () => {
  expect(packages[""]).toMatchObject({ dependencies, devDependencies });
  const missing = Object.entries(all).filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version);
  expect(missing).toEqual([]);
  expect(Object.entries(packages).filter(([path, { integrity }]) => path !== "" && !integrity)).toEqual([]);
  // Binaries of other systems must be in it, or a clean install works on one system only.
  const binaries = Object.values(packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}));
  expect(binaries.length).toBeGreaterThan(20);
  const paths = Object.keys(packages);
  expect(binaries.filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
});

test("nothing of a package is run when it is installed", () => {
  expect(readFileSync(join(root, ".npmrc"), "utf8").split("\n")).toContain("ignore-scripts=true");
});

test("what is imported is declared", () => {
  expect(imported.filter((name) => all[name] === undefined)).toEqual([]);
});

test("what is declared is used", () => {
  const inText = (name: string): boolean => configs.some(({ text }) => text.includes(`"${name}"`));
  expect(Object.keys(all).filter((name) => !imported.includes(name) && !inText(name) && BY_NAME[name] === undefined)).toEqual([]);
  expect(Object.keys(BY_NAME).filter((name) => all[name] === undefined)).toEqual([]);
});

test("the command line needs nothing but the dependencies proper", () => {
  const rooms = sources.filter(({ path }) => !/^src\/(?:taskpane|workbench|addin)\//.test(path));
  expect([...packagesOf(rooms)].sort()).toEqual(Object.keys(dependencies).sort());
});

test("what a script calls is a package of ours or Node itself", () => {
  const known = new Set(["node", "npm", "tsc", "eslint", "depcruise", ...Object.keys(all)]);
  const called = Object.values(scripts).flatMap((script) => script.split(/\s*&&\s*/).map((one) => one.replace(/^(?:[A-Z_]+=\S+\s+)+/, "").split(" ")[0]!));
  expect(called.filter((name) => !known.has(name))).toEqual([]);
});

test("Node 20 is enough", () => expect(engines.node).toMatch(/^>=20\./));
