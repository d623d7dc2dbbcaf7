import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { getHttpsServerOptions, verifyCertificates } from "office-addin-dev-certs";
import webpack from "webpack";
import DevServer from "webpack-dev-server";
import configure from "../../webpack.config.js";
import { type Certificate, chooseCertificate } from "./certificate";
import { elementAt, readManifest } from "./manifest";
import { DEVELOPMENT_BASE } from "./manifest-surroundings";
import { readChannel } from "./package-order";
import { writeSideloadWords } from "./sideload-words";

const root = join(__dirname, "../..");

async function readDevelopmentCertificate(): Promise<Certificate> {
  const { ca, cert, key } = await getHttpsServerOptions();
  return { ca: Buffer.from(ca), cert: Buffer.from(cert), key: Buffer.from(key) };
}

/** The manifest names this port, so there is no other to go to. */
function expectFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () =>
      reject(
        new Error(
          `${port} 番のポートをほかのものが使っています。それを終えてから、もう一度実行してください。\nSomething else uses port ${port}, which the manifest names; end it and try again.`,
        ),
      ),
    );
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

/** 開発用に配る — the pages over https on this machine, built again when a source changes; and how Excel opens them. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { channel: { type: "string" }, "install-certificate": { type: "boolean", default: false } } });
  const channel = readChannel(values.channel);
  const certificate = await chooseCertificate(process.env, values["install-certificate"], { verifyCertificates, getHttpsServerOptions: readDevelopmentCertificate });
  const compiler = webpack({ ...configure({ channel }, { mode: "development" }), context: root });
  if (!compiler) throw new Error("webpack did not take its settings.");
  const { hostname, port } = new URL(DEVELOPMENT_BASE);
  await expectFree(Number(port));
  const server = new DevServer(
    {
      host: hostname,
      port,
      server: { type: "https", options: { ...certificate } },
      allowedHosts: ["localhost"],
      hot: false,
      // The pages forbid frames, which the overlay is.
      client: { overlay: false },
      static: false,
      devMiddleware: { stats: "errors-warnings" },
      headers: { "X-Content-Type-Options": "nosniff" },
    },
    compiler,
  );
  await server.start();
  const manifest = join(root, "manifest.xml");
  const id = elementAt(readManifest(readFileSync(manifest, "utf8")), "Id")?.text ?? "";
  process.stdout.write(`${writeSideloadWords(manifest, id, DEVELOPMENT_BASE)}\n終わるときは Ctrl+C / Press Ctrl+C to stop\n`);
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
