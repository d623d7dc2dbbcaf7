import { HostRefusal } from "../hosts/host";

/**
 * 選んだファイルを読む — the bytes of a file that was picked a while ago, as it is now.
 *
 * errors  HostRefusal when it was moved, changed or locked since
 */
export async function readPicked(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new HostRefusal("not-found", {
      ja: `「${file.name}」を読めませんでした。選んだあとに移動や変更がなかったか、ほかのプログラムが使っていないかを確かめて、選び直してください。`,
      en: `“${file.name}” could not be read; see whether it was moved or changed after you picked it, or another program uses it, and pick it again.`,
    });
  }
}
