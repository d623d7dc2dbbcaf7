const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { DefinePlugin } = require("webpack");
const { version } = require("./package.json");

// Fluent's styling engine inserts <style> elements while it runs, so styles need 'unsafe-inline'; nothing else does.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

module.exports = (_env, { mode = "production" } = {}) => ({
  mode,
  target: ["web", "es2022"],
  devtool: mode === "production" ? false : "source-map",
  entry: { workbench: "./src/workbench/page.tsx" },
  output: {
    path: path.resolve(__dirname, "dist"),
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
    ],
  },
  plugins: [
    new DefinePlugin({ KPI_VERSION: JSON.stringify(version) }),
    new HtmlPlugin({
      template: "src/workbench/page.html",
      filename: "index.html",
      scriptLoading: "defer",
      policy,
    }),
    new CopyPlugin({
      patterns: [{ from: "src/taskpane/pane.css" }, { from: "src/workbench/workbench.css" }, { from: "assets/samples", to: "samples", noErrorOnMissing: true }],
    }),
  ],
  cache: { type: "filesystem", buildDependencies: { config: [__filename] } },
  performance: false,
  stats: "errors-warnings",
});

module.exports.policy = policy;
