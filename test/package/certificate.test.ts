import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CertificateTool, chooseCertificate } from "./certificate";
import { certificateWords } from "./sideload-words";

const development = { cert: Buffer.from("cert"), key: Buffer.from("key"), ca: Buffer.from("ca") };

/** A tool that notes whether it would have registered something on this machine. */
function makeTool(isTrusted: boolean | Error): CertificateTool & { readonly registered: () => boolean } {
  let registered = false;
  return {
    registered: () => registered,
    verifyCertificates: () => {
      if (isTrusted instanceof Error) throw isTrusted;
      return isTrusted;
    },
    getHttpsServerOptions: () => {
      registered ||= isTrusted !== true;
      return Promise.resolve(development);
    },
  };
}

test("nothing is registered on a machine whose user was not asked", async () => {
  const tool = makeTool(false);
  await expect(chooseCertificate({}, false, tool)).rejects.toThrow(certificateWords.missing);
  expect(tool.registered()).toBe(false);
});

test("with consent it is made, and one that is trusted already is used", async () => {
  const asked = makeTool(false);
  expect(await chooseCertificate({}, true, asked)).toBe(development);
  expect(asked.registered()).toBe(true);
  const trusted = makeTool(true);
  expect(await chooseCertificate({}, false, trusted)).toBe(development);
  expect(trusted.registered()).toBe(false);
});

test("a machine that cannot be asked says what to do", async () => {
  await expect(chooseCertificate({}, false, makeTool(new Error("powershell was not found\nat line 1")))).rejects.toThrow(certificateWords.failed("powershell was not found"));
});

describe("a certificate of one's own", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "certificate-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("is read from the two files, and the tool is left alone", async () => {
    const [cert, key] = [join(folder, "c.pem"), join(folder, "k.pem")];
    writeFileSync(cert, "mine");
    writeFileSync(key, "secret");
    const tool = makeTool(false);
    expect(await chooseCertificate({ EXCEL_CERTIFICATE: cert, EXCEL_CERTIFICATE_KEY: key }, true, tool)).toEqual({ cert: Buffer.from("mine"), key: Buffer.from("secret") });
    expect(tool.registered()).toBe(false);
  });

  test("that is given by half, or is not there, is told", async () => {
    await expect(chooseCertificate({ EXCEL_CERTIFICATE: "c.pem" }, true, makeTool(true))).rejects.toThrow(certificateWords.half);
    const missing = join(folder, "none.pem");
    await expect(chooseCertificate({ EXCEL_CERTIFICATE: missing, EXCEL_CERTIFICATE_KEY: missing }, true, makeTool(true))).rejects.toThrow(certificateWords.failed(missing));
  });
});
