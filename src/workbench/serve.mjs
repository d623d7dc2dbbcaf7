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

function answer(folder, policies) {
  return async (request, response) => {
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
    if (!file.startsWith(folder + path.sep) || file.includes("\0")) return refuse(404);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return refuse(404);
    response.writeHead(200, {
      "Content-Type": types[path.extname(file)] ?? "application/octet-stream",
      "Content-Length": found.size,
      "Cache-Control": "no-cache",
      "Content-Security-Policy": `${(policies[path.basename(file)] ?? policies["index.html"]).cdn}; frame-ancestors 'none'`,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
    });
    if (request.method === "HEAD") return response.end();
    return createReadStream(file).pipe(response);
  };
}

function listen(handler, port, address) {
  return new Promise((resolve, reject) => {
    const server = createServer(handler);
    server.once("error", reject);
    server.listen(port, address, () => resolve(server));
  });
}

/**
 * 配る — serves a folder on this machine's loopback addresses, on the first free port from `from` up.
 *
 * A browser may take "localhost" for either address, so both are taken, or neither.
 */
export async function serve(folder = path.join(root, "dist"), from = 3000) {
  const { policies } = require("../../webpack.config.js");
  const handler = answer(folder, policies);
  for (let port = from; port < from + 100; port++) {
    const servers = [];
    try {
      servers.push(await listen(handler, port, "127.0.0.1"));
      const second = await listen(handler, port, "::1").catch((error) => {
        // A machine without IPv6 has only the one address.
        if (error.code === "EADDRINUSE") throw error;
        return undefined;
      });
      if (second) servers.push(second);
      return { address: `http://localhost:${port}/`, close: () => servers.forEach((server) => server.close()) };
    } catch (error) {
      servers.forEach((server) => server.close());
      if (error.code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error(`no free port from ${from} to ${from + 99}`);
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
