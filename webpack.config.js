const fs = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { Compilation, DefinePlugin, sources } = require("webpack");
const lock = require("./package-lock.json");
const { license, name, version } = require("./package.json");

const office = {
  cdn: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  // The library finds its other files by the address of its own script tag and insists on this name.
  bundled: "office/office.js",
};
const library = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

// Fluent's styling engine inserts <style> elements while it runs, so styles need 'unsafe-inline'; nothing else does.
const policyWith = (...scriptOrigins) =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...scriptOrigins].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

const policies = {
  "index.html": { cdn: policyWith(), bundled: policyWith() },
  "taskpane.html": { cdn: policyWith(new URL(office.cdn).origin), bundled: policyWith() },
};

/** What Microsoft's loader asks for in Excel, as it came: the names must stay, and the licence forbids to change a byte. */
const officeFiles = ["office.js", "o15apptofilemappingtable.js", "excel-*-16.0?.js", "*/office_strings.js", "telemetry/oteljs_agave.js"].map((from) => ({
  context: library,
  from,
  to: ({ absoluteFilename }) => path.posix.join("office", path.relative(library, absoluteFilename).replaceAll("\\", "/")),
  info: { minimized: true },
}));
const officeNotices = [{ context: path.dirname(library), from: "LICENSE.md", to: "office/LICENSE.md" }];

/** What a library came with, word for word; several may have come with the same. */
const licenceOf = (folder) => {
  const file = fs
    .readdirSync(folder)
    .sort()
    .find((name) => /^licen[cs]e/i.test(name));
  return file ? fs.readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n").trim() : "";
};

/** A name of the SPDX list, an expression of such names, or a licence of its own that came with the library. */
const termsOf = (license) => {
  if (/licen[cs]e/i.test(license)) return { license: { name: "Its own licence terms, which came with it" } };
  return /[ ()]/.test(license) ? { expression: license } : { license: { id: license } };
};

/** A library as CycloneDX lists it; the hash is that of the archive it was installed from, as the lock file has it. */
const componentOf = (folder, { name, version, license }) => {
  const place = path.relative(__dirname, folder).replaceAll("\\", "/");
  const [algorithm, digest] = (lock.packages[place]?.integrity ?? "").split("-");
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    purl,
    licenses: [termsOf(license)],
    ...(algorithm === "sha512" ? { hashes: [{ alg: "SHA-512", content: Buffer.from(digest, "base64").toString("hex") }] } : {}),
  };
};

/** Writes what the pages are made of: notices.txt with the licences word for word, sbom.cdx.json for programs that follow up on libraries. */
class LibrariesPlugin {
  constructor(copied) {
    this.copied = copied;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("LibrariesPlugin", (compilation) =>
      compilation.hooks.processAssets.tap({ name: "LibrariesPlugin", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const folders = new Set();
        // Modules that were joined into one stand inside it.
        for (const { resource } of [...compilation.modules].flatMap((module) => module.modules ?? [module])) {
          const inside = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(resource ?? "");
          if (inside) folders.add(inside[0]);
        }
        const emit = (file, text) => compilation.emitAsset(file, new sources.RawSource(text));
        emit("notices.txt", writeNotices(folders));
        emit("sbom.cdx.json", writeBill([...folders, ...this.copied]));
      }),
    );
  }
}

const readPackage = (folder) => JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));

const writeNotices = (folders) => {
  const byText = new Map();
  for (const folder of folders) {
    const { name, version, license } = readPackage(folder);
    const text = licenceOf(folder);
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const parts = [...byText].map(([text, names]) => `${[...new Set(names)].sort().join("\n")}\n\n${text || "No licence text came with it; see the name in brackets."}`).sort();
  return `Libraries in these pages, with their licences.\n\n${parts.join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
};

/** Neither the hour nor a number drawn by lot: the same pages give the same bytes. */
const writeBill = (folders) => {
  const components = new Map(folders.map((folder) => componentOf(folder, readPackage(folder))).map((one) => [one.purl, one]));
  const bill = {
    $schema: "http://cyclonedx.org/schema/bom-1.5.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { type: "application", name, version, licenses: [{ license: { id: license } }] } },
    components: [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
};

module.exports = ({ channel = "cdn", out = "dist", cache = true } = {}, { mode = "production" } = {}) => {
  if (!(channel in office)) throw new Error(`--env channel=${channel}: the channel is cdn (Microsoft's own address) or bundled (beside the pane)`);
  const isProduction = mode === "production";
  const page = (filename, template, chunk) =>
    new HtmlPlugin({ filename, template, chunks: [chunk], scriptLoading: "defer", policy: policies[filename][channel], officeAddress: office[channel] });
  return {
    mode,
    target: ["web", "es2022"],
    devtool: isProduction ? false : "source-map",
    entry: { workbench: "./src/workbench/page.tsx", taskpane: "./src/addin/page.tsx" },
    output: {
      path: path.resolve(__dirname, out),
      filename: "[name].[contenthash:8].js",
      chunkFilename: "[name].[contenthash:8].js",
      assetModuleFilename: "[name].[contenthash:8][ext]",
      clean: true,
    },
    resolve: {
      extensions: [".ts", ".tsx", ".js"],
      // Fluent takes any scheduler; left alone, a second and larger one than React's own would come along.
      alias: { scheduler: path.dirname(require.resolve("scheduler/package.json", { paths: [path.dirname(require.resolve("react-dom/package.json"))] })) },
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: "swc-loader",
            options: {
              jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } },
            },
          },
        },
        { test: /\.css$/, type: "asset/resource" },
      ],
    },
    plugins: [
      new DefinePlugin({ KPI_VERSION: JSON.stringify(version) }),
      new LibrariesPlugin(channel === "bundled" ? [path.dirname(library)] : []),
      page("index.html", "src/workbench/page.html", "workbench"),
      page("taskpane.html", "src/addin/page.html", "taskpane"),
      new CopyPlugin({
        patterns: [
          { from: "assets/samples", to: "samples", noErrorOnMissing: true },
          { from: "assets/icons/*.png", to: "icons/[name][ext]" },
          { from: "src/addin/help.html" },
          ...(channel === "bundled" ? [...officeFiles, ...officeNotices] : []),
        ],
      }),
    ],
    cache: cache === "off" ? false : { type: "filesystem", name: `${mode}-${channel}`, buildDependencies: { config: [__filename] } },
    performance: false,
    stats: "errors-warnings",
  };
};

module.exports.policies = policies;
module.exports.office = office;
