import { existsSync, readFileSync } from "node:fs";
import { certificateWords } from "./sideload-words";

/** 証明書 — what a server needs for https. */
export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly ca?: Buffer;
}

/** 証明書を作る道具 — the part of office-addin-dev-certs that is used; it registers an authority on the machine. */
export interface CertificateTool {
  /** errors  where the machine cannot be asked */
  verifyCertificates(): boolean;
  getHttpsServerOptions(): Promise<Certificate>;
}

/** 証明書を選ぶ — the one given in the environment, or the development one; nothing is registered without `mayInstall`. @throws Error with what to do */
export async function chooseCertificate(environment: NodeJS.ProcessEnv, mayInstall: boolean, tool: CertificateTool): Promise<Certificate> {
  const { EXCEL_CERTIFICATE: cert, EXCEL_CERTIFICATE_KEY: key } = environment;
  if ((cert === undefined) !== (key === undefined)) throw new Error(certificateWords.half);
  if (cert !== undefined && key !== undefined) {
    const missing = [cert, key].find((path) => !existsSync(path));
    if (missing !== undefined) throw new Error(certificateWords.failed(missing));
    return { cert: readFileSync(cert), key: readFileSync(key) };
  }
  try {
    if (!mayInstall && !tool.verifyCertificates()) throw new Error(certificateWords.missing);
    return await tool.getHttpsServerOptions();
  } catch (error) {
    if (error instanceof Error && error.message === certificateWords.missing) throw error;
    throw new Error(certificateWords.failed(error instanceof Error ? error.message.split("\n")[0]! : String(error)), { cause: error });
  }
}
