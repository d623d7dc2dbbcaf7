import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import configure from "../../webpack.config.js";
import type { Channel } from "./build-pages";
import { findChangedFiles, hashOf, makePackage } from "./make-package";
import { readManifest } from "./manifest";
import { surroundingsOfFolder, VERSION } from "./manifest-surroundings";
import { PackageRefusal, readBase, readChannel } from "./package-order";
import { policyOf } from "./server-settings";
import { findManifestFaults } from "./validate-manifest";

const root = join(__dirname, "../..");
const LIBRARY = dirname(require.resolve("@microsoft/office-js/package.json"));
let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "make-package-"));
});
afterEach(() => rmSync(place, { recursive: true }));

/** What a build leaves, without the time it takes: the pages, the icons and one hashed file. */
function build(channel: Channel): string {
  const built = join(place, `built-${channel}`);
  mkdirSync(join(built, "icons"), { recursive: true });
  writeFileSync(join(built, "taskpane.html"), `<script src=taskpane.01234567.js></script><script src=${configure.office[channel]}></script>`);
  writeFileSync(join(built, "taskpane.01234567.js"), "1");
  writeFileSync(join(built, "index.html"), "");
  cpSync(join(root, "src/addin/help.html"), join(built, "help.html"));
  for (const size of [16, 32, 64, 80, 128]) cpSync(join(root, `assets/icons/icon-${size}.png`), join(built, `icons/icon-${size}.png`));
  if (channel === "bundled") {
    mkdirSync(join(built, "office"), { recursive: true });
    for (const file of ["dist/office.js", "LICENSE.md"]) cpSync(join(LIBRARY, file), join(built, "office", file.replace("dist/", "")));
  }
  return built;
}

const order = (channel: Channel, base = "https://intranet.example/kpi/"): Parameters<typeof makePackage>[0] => ({ base, channel, out: join(place, "out"), built: build(channel) });

describe.each(["cdn", "bundled"] as const)("the package of the channel %s", (channel) => {
  test("holds the pages, the manifest with its addresses, settings for servers, and the papers", async () => {
    const { folder, files } = await makePackage(order(channel));
    expect(folder).toBe(join(place, "out", `tokutei-action-plan-check-${VERSION}-${channel}`));
    expect(files).toEqual(
      expect.arrayContaining([
        "LICENSE",
        "SHA256SUMS.txt",
        "manifest.xml",
        "server/apache.conf",
        "server/nginx.conf",
        "server/web.config",
        "site/help.html",
        "site/icons/icon-16.png",
        "site/taskpane.html",
      ]),
    );
    const manifest = readFileSync(join(folder, "manifest.xml"), "utf8");
    expect(manifest).not.toContain("localhost");
    expect(findManifestFaults(readManifest(manifest), surroundingsOfFolder(join(folder, "site"), "https://intranet.example/kpi/"))).toEqual([]);
  });

  test("lists the hash of every file but the list", async () => {
    const { folder, files } = await makePackage(order(channel));
    const lines = readFileSync(join(folder, "SHA256SUMS.txt"), "utf8").trimEnd().split("\n");
    expect(lines.map((line) => line.slice(66))).toEqual(files.filter((file) => file !== "SHA256SUMS.txt"));
    for (const line of lines) expect(line).toBe(`${hashOf(readFileSync(join(folder, line.slice(66))))}  ${line.slice(66)}`);
  });

  test("is the same to the byte when it is made again, and its zip holds what the folder holds", async () => {
    const first = await makePackage(order(channel));
    const zip = readFileSync(first.zip);
    const second = await makePackage(order(channel));
    expect(readFileSync(second.zip).equals(zip)).toBe(true);
    const inside = unzipSync(zip);
    expect(Object.keys(inside)).toEqual(second.files.map((file) => `tokutei-action-plan-check-${VERSION}-${channel}/${file}`));
    for (const [name, bytes] of Object.entries(inside)) expect(hashOf(bytes)).toBe(hashOf(readFileSync(join(place, "out", name))));
  });

  test("has settings for servers with the policy the page states, and without what Excel on the web could not bear", async () => {
    const { folder } = await makePackage(order(channel));
    for (const name of ["web.config", "nginx.conf", "apache.conf"]) {
      const text = readFileSync(join(folder, "server", name), "utf8");
      expect(text).toContain(policyOf("taskpane.html", channel));
      expect(text).toContain(configure.policies["taskpane.html"]![channel]);
      expect(text).not.toMatch(/X-Frame-Options["' ]+(?:DENY|SAMEORIGIN)/);
    }
    expect(readFileSync(join(folder, "server/nginx.conf"), "utf8")).toContain("location = /kpi/taskpane.html {");
  });
});

describe("Microsoft's library goes along as it came", () => {
  const office = (): string => join(build("bundled"), "office");

  test("unchanged files are in order", () => expect(findChangedFiles(office(), LIBRARY)).toEqual([]));

  test("a changed file, and one that is not Microsoft's, are told", () => {
    const folder = office();
    writeFileSync(join(folder, "office.js"), `${readFileSync(join(folder, "office.js"), "utf8")} `);
    writeFileSync(join(folder, "ours.js"), "");
    expect(findChangedFiles(folder, LIBRARY)).toEqual(["office.js", "ours.js"]);
  });

  test("no package is made of a changed one, or without it", async () => {
    const given = order("bundled");
    writeFileSync(join(place, "built-bundled/office/office.js"), "");
    await expect(makePackage(given)).rejects.toThrow("Microsoft's library is not as it came: office.js.");
    rmSync(join(place, "built-bundled/office"), { recursive: true });
    await expect(makePackage({ ...given, out: join(place, "other") })).rejects.toThrow("Microsoft's library is not as it came");
  });
});

test("the policy names Microsoft's address in the channel that needs it, and there alone", () => {
  expect(policyOf("taskpane.html", "cdn")).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
  expect(policyOf("taskpane.html", "bundled")).toContain("script-src 'self';");
  expect(policyOf("index.html", "cdn")).toContain("script-src 'self';");
  for (const channel of ["cdn", "bundled"] as const)
    for (const page of ["taskpane.html", "index.html"]) {
      expect(policyOf(page, channel)).toContain("default-src 'none'");
      expect(policyOf(page, channel)).toContain("connect-src 'self';");
      expect(policyOf(page, channel)).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    }
});

describe("what is refused, in one sentence of each language", () => {
  const refusal = async (act: () => unknown): Promise<PackageRefusal> => {
    try {
      await act();
    } catch (error) {
      if (error instanceof PackageRefusal) return error;
      throw error;
    }
    throw new Error("nothing was refused");
  };

  test.each([
    { given: undefined, says: "There is no address; say where the pages will be, such as --base-url https://intranet.example/kpi/." },
    { given: " ", says: "There is no address; say where the pages will be, such as --base-url https://intranet.example/kpi/." },
    { given: "intranet/kpi", says: '"intranet/kpi" cannot be read as an address; write it from https:// on.' },
    { given: "http://intranet.example/kpi/", says: 'Excel opens addresses of https only; "http://intranet.example/kpi/" must start with https://.' },
    { given: "file:///kpi/", says: 'Excel opens addresses of https only; "file:///kpi/" must start with https://.' },
    { given: "https://me:secret@intranet.example/", says: "The address holds a user name or a password; leave it out, for everybody can read the manifest." },
    { given: "https://intranet.example/kpi/?a=1#b", says: 'Leave out "?a=1#b"; the address of a folder is needed.' },
    { given: "https://intranet.example/kpi/taskpane.html", says: '"taskpane.html" looks like a file; give the address of the folder it lies in.' },
  ])("$given", async ({ given, says }) => {
    const { en, ja } = await refusal(() => readBase(given));
    expect(en).toBe(says);
    expect(ja).toMatch(/[\p{sc=Hiragana}].*。$/u);
  });

  test("a channel there is not", async () => expect((await refusal(() => readChannel("ftp"))).en).toBe('There is no channel "ftp"; it is --channel cdn or --channel bundled.'));

  test("a folder that holds something else is left as it is", async () => {
    const folder = join(place, "out", `tokutei-action-plan-check-${VERSION}-cdn`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "notes.txt"), "mine");
    expect((await refusal(() => makePackage(order("cdn")))).en).toContain("holds something else; choose another folder with --out.");
    expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("mine");
  });

  test("a build of the other channel, and a folder that is no build", async () => {
    expect((await refusal(() => makePackage({ ...order("bundled"), built: build("cdn") }))).en).toContain("was built for another channel; run npm run build -- --channel bundled.");
    expect((await refusal(() => makePackage({ ...order("cdn"), built: place }))).en).toContain("There is no taskpane.html");
    expect(existsSync(join(place, "out", "site"))).toBe(false);
  });
});

test.each([
  ["https://intranet.example/kpi", "https://intranet.example/kpi/"],
  [" https://intranet.example ", "https://intranet.example/"],
  ["https://intranet.example:8443/a/b/", "https://intranet.example:8443/a/b/"],
  ["https://intranet.example/v1.0", "https://intranet.example/v1.0/"],
  ["https://intranet.example/計画", "https://intranet.example/%E8%A8%88%E7%94%BB/"],
])("the address %s is read as %s", (given, base) => expect(readBase(given)).toBe(base));

test("an address with an ampersand makes a manifest that can be read", async () => {
  const { folder } = await makePackage(order("cdn", readBase("https://intranet.example/a&b")));
  const manifest = readManifest(readFileSync(join(folder, "manifest.xml"), "utf8"));
  expect(findManifestFaults(manifest, surroundingsOfFolder(join(folder, "site"), "https://intranet.example/a&b/"))).toEqual([]);
});
