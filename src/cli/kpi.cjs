#!/usr/bin/env node
// The command line runs from the sources: one bundle in memory at each start, in less time than loading file by file.
const { buildSync } = require("esbuild");
const { createRequire, Module } = require("node:module");
const { join } = require("node:path");

const entry = join(__dirname, "main.ts");
const { outputFiles } = buildSync({
  entryPoints: [entry],
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  packages: "external",
  sourcemap: process.env.KPI_SOURCE_MAPS ? "inline" : false,
  logLevel: "silent",
  write: false,
});
const bundle = new Module(entry, null);
bundle.filename = entry;
bundle.paths = createRequire(entry).resolve.paths("esbuild") ?? [];
bundle._compile(outputFiles[0].text, entry);

// Whoever reads only the beginning (kpi check … | head) has what they wanted; a run over a folder need not go on.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const now = new Date();
const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
bundle.exports.main(process.argv.slice(2), { out: process.stdout, err: process.stderr, today }).then((code) => (process.exitCode = code));
