import { HostRefusal } from "../hosts/host";

/**
 * 選んだファイルを読む — the bytes of a file that was picked a while ago, as it is now.
 *
 * errors  HostRefusal when it was moved, changed or locked since
 */
export function readPicked(file: File): Promise<ArrayBuffer> {
  return orRefuse(file, () => file.arrayBuffer());
}

/**
 * 選んだ文を読む — the text of a picked file, in UTF-8.
 *
 * errors  HostRefusal when it was moved, changed or locked since
 */
export function readPickedText(file: File): Promise<string> {
  return orRefuse(file, () => file.text());
}

async function orRefuse<Content>({ name }: File, read: () => Promise<Content>): Promise<Content> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new HostRefusal("not-found", {
      ja: `「${name}」を読めませんでした。選んだあとに移動や変更がなかったか、ほかのプログラムが使っていないかを確かめて、選び直してください。`,
      en: `“${name}” could not be read; see whether it was moved or changed after you picked it, or another program uses it, and pick it again.`,
    });
  }
}
