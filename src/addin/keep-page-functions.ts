const ofWindow = ["alert", "confirm", "prompt"] as const;
const ofHistory = ["pushState", "replaceState"] as const;

/**
 * 画面の関数を守る — puts aside what office.js takes from every page it is loaded into, and gives it back.
 *
 * Without `history.replaceState` whatever rewrites the address fails, and `alert` throws.
 */
export function keepPageFunctions(page: Window): () => void {
  const kept = [...ofWindow.map((name) => [page, name, page[name]] as const), ...ofHistory.map((name) => [page.history, name, page.history[name]] as const)];
  return () => {
    for (const [owner, name, value] of kept) Reflect.set(owner, name, value);
  };
}
