interface SavePicker {
  showSaveFilePicker?: (options: object) => Promise<{ readonly name: string; createWritable(): Promise<{ write(data: ArrayBuffer): Promise<void>; close(): Promise<void> }> }>;
}

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** 保存名 — the name offered for a result: never the name of the file that was opened. */
export function writeSaveName(opened: string, suffix: string): string {
  const found = /^(.*)\.(xlsx|xlsm)$/i.exec(opened);
  return found ? `${found[1]}${suffix}.${found[2]}` : `${opened}${suffix}.xlsx`;
}

/**
 * 新しいファイルに保存 — asks where, where the browser can; otherwise downloads.
 *
 * none  undefined when the user leaves the dialog without saving
 */
export async function saveBytes(read: () => Promise<ArrayBuffer>, name: string): Promise<string | undefined> {
  const { showSaveFilePicker } = window as SavePicker;
  if (showSaveFilePicker) {
    const extension = name.slice(name.lastIndexOf("."));
    try {
      const file = await showSaveFilePicker.call(window, { suggestedName: name, types: [{ accept: { [type]: [extension] } }] });
      const stream = await file.createWritable();
      await stream.write(await read());
      await stream.close();
      return file.name;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return undefined;
      // A browser may have the dialog and still refuse it (a framed page, a policy): the download remains.
      if (!(error instanceof DOMException && (error.name === "SecurityError" || error.name === "NotAllowedError"))) throw error;
    }
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([await read()], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
