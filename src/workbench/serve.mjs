/**
 * 手元の頁を配る — builds the workbench and serves it on this machine alone.
 *
 * Only loopback addresses are listened on, and only requests that name this machine are answered, so that no page
 * from elsewhere can reach it under another name.
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const require = createRequire(import.meta.url);
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** 組み立てる — compiles the page into `dist/`. @throws Error with webpack's own message */
export async function build(mode = "production") {
  const webpack = require("webpack");
  const configure = require("../../webpack.config.js");
  const compiler = webpack({ ...configure({}, { mode }), context: root });
  const stats = await new Promise((resolve, reject) => compiler.run((error, done) => (error ? reject(error) : resolve(done))));
  await new Promise((resolve) => compiler.close(resolve));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true, colors: process.stderr.isTTY }));
  return stats;
}

function isOwnHost(host) {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? "");
}

/** 配る — serves a folder on 127.0.0.1, on the first free port from `from` up. */
export function serve(folder = path.join(root, "dist"), from = 3000) {
  const { policy } = require("../../webpack.config.js");
  const server = createServer(async (request, response) => {
    const refuse = (status) => response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(String(status));
    if (!isOwnHost(request.headers.host)) return refuse(403);
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405);
    let name;
    try {
      name = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    } catch {
      return refuse(400);
    }
    const file = path.join(folder, name.endsWith("/") ? `${name}index.html` : name);
    if (!file.startsWith(folder + path.sep)) return refuse(404);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return refuse(404);
    response.writeHead(200, {
      "Content-Type": types[path.extname(file)] ?? "application/octet-stream",
      "Content-Length": found.size,
      "Cache-Control": "no-cache",
      "Content-Security-Policy": `${policy}; frame-ancestors 'none'`,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
    });
    if (request.method === "HEAD") return response.end();
    return createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    let port = from;
    server.on("error", (error) => {
      if (error.code === "EADDRINUSE" && port < from + 100) server.listen(++port, "127.0.0.1");
      else reject(error);
    });
    server.on("listening", () => resolve({ server, address: `http://localhost:${port}/` }));
    server.listen(port, "127.0.0.1");
  });
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.stderr.write("画面を組み立てています… / Building the page…\n");
  try {
    await build();
    const { address } = await serve(path.join(root, "dist"), Number(process.env.PORT) || 3000);
    process.stdout.write(`画面を開けます / The workbench is ready: ${address}\n`);
    process.stderr.write("終わるときは Ctrl+C / Press Ctrl+C to stop\n");
  } catch (error) {
    process.stderr.write(`画面を組み立てられませんでした。 / The page could not be built.\n${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}
