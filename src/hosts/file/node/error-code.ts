/** エラーの符号 — what the system calls a failure, ENOENT and the like; "" for any other error. */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
