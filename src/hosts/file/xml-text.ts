/** XMLの誤り — the text is not the XML a workbook may hold; `package.ts` turns it into a refusal that names the part. */
export class XmlFault extends Error {
  constructor(
    readonly kind: "not-well-formed" | "dtd",
    readonly at: number,
  ) {
    super(`${kind} at ${at}`);
    this.name = "XmlFault";
  }
}

const NAMED: { readonly [name: string]: string } = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** 文字参照を解く — character data between two offsets as an XML reader hands it over. @throws XmlFault */
export function decodeText(text: string, from: number, to: number): string {
  const raw = normalizeLines(text.slice(from, to));
  return raw.includes("&") ? decodeEntities(raw, from) : raw;
}

/** 属性値を解く — an attribute value between two offsets; line breaks in the source become spaces. @throws XmlFault */
export function decodeAttribute(text: string, from: number, to: number): string {
  let raw = text.slice(from, to);
  if (/[\t\r\n]/.test(raw)) raw = raw.replace(/\r\n|[\t\r\n]/g, " ");
  return raw.includes("&") ? decodeEntities(raw, from) : raw;
}

/** 文字参照にする — text as it may stand between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&#13;"));
}

/** 属性値にする — text as it may stand between double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/["\n\t]/g, (c) => (c === '"' ? "&quot;" : c === "\n" ? "&#10;" : "&#9;"));
}

function decodeEntities(raw: string, from: number): string {
  return raw.replace(/&([^;&]{0,12};)?/g, (_, found: string | undefined, at: number) => {
    const name = found?.slice(0, -1) ?? "";
    const named = NAMED[name];
    if (named !== undefined) return named;
    const code = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
    const point = code ? (code[1] ? parseInt(code[1], 16) : Number(code[2])) : -1;
    if (point < 0 || point > 0x10ffff) throw new XmlFault("not-well-formed", from + at);
    return String.fromCodePoint(point);
  });
}

/** 改行をそろえる — line ends as an XML reader hands them over. */
export function normalizeLines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
