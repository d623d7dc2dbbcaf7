const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { DefinePlugin } = require("webpack");
const { version } = require("./package.json");

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
    resolve: { extensions: [".ts", ".tsx", ".js"] },
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
