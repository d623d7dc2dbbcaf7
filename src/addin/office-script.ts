/**
 * ライブラリを待つ — waits until the script tag of office.js, which stands after ours in the page, has run.
 *
 * none  never settles when the address cannot be loaded; `watchMissingScripts` tells of that
 */
export function waitForOfficeScript(script: HTMLScriptElement, patience: number, onLate: () => void): Promise<void> {
  return new Promise((resolve) => {
    const waiting = setTimeout(onLate, patience);
    script.addEventListener("error", () => clearTimeout(waiting), { once: true });
    script.addEventListener(
      "load",
      () => {
        clearTimeout(waiting);
        resolve();
      },
      { once: true },
    );
  });
}

/** 届かなかったスクリプト — calls back with the address of every script of the page that could not be loaded, ours and Microsoft's; the answer ends it. */
export function watchMissingScripts(onMissing: (address: string) => void): () => void {
  const listen = ({ target }: Event): void => {
    if (target instanceof HTMLScriptElement) onMissing(target.src);
  };
  // Load errors do not bubble; they can only be seen on their way down.
  addEventListener("error", listen, true);
  return () => removeEventListener("error", listen, true);
}
