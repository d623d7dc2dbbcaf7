import { join, resolve } from "node:path";
import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { OfficeAddinManifest } from "office-addin-manifest";
import { differencesOfTwo, makePackage } from "./make-package";
import { PackageRefusal, readBase, readChannel } from "./package-order";

const root = join(__dirname, "../..");

/** 配る形を作る — what `npm run package` does; exit 2 when it could not be done, 1 when two of a kind differ. */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      "base-url": { type: "string" },
      channel: { type: "string" },
      out: { type: "string", default: "out" },
      built: { type: "string" },
      twice: { type: "boolean", default: false },
    },
  });
  const base = readBase(values["base-url"]);
  const channel = readChannel(values.channel);
  if (values.twice) {
    const differing = await differencesOfTwo({ base, channel });
    for (const file of differing) process.stderr.write(`二度作ると違いがあります / Made twice, this differs: ${file}\n`);
    if (differing.length > 0) process.exitCode = 1;
    else process.stdout.write(`二度作って、1バイトも違いません。 / Made twice, not a byte differs. (${channel})\n`);
    return;
  }
  const { folder, zip, files } = await makePackage({ base, channel, out: resolve(root, values.out), built: values.built === undefined ? undefined : resolve(root, values.built) });
  await OfficeAddinManifest.readManifestFile(join(folder, "manifest.xml"));
  process.stdout.write(`${folder}\n${zip} (${statSync(zip).size} bytes, ${files.length} files)\n`);
  process.stdout.write(`置き場所 / To be served at: ${base}\n次は deployment.ja.md をお読みください。 / Read deployment.md next.\n`);
}

run().catch((error: unknown) => {
  process.stderr.write(error instanceof PackageRefusal ? `${error.ja}\n${error.en}\n` : `${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
