/** 検査和 — a short text that tells one text from another (FNV-1a, base 36); not for secrets. */
export function sumText(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(36);
}
