import { readPart, relationshipsOf, scanPart, type OpenedFile } from "./package";
import type { XmlScanner } from "./xml-scanner";

/** 色の出どころ — what colour elements of this workbook refer to. */
export interface Palette {
  /** "rrggbb" in the order of the `theme` attribute. */
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

/** Order of the theme attribute: the light and dark pairs are swapped against their order in the theme part. */
const THEME_ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
const OFFICE_THEME: { readonly [name: string]: string } = {
  lt1: "ffffff",
  dk1: "000000",
  lt2: "e7e6e6",
  dk2: "44546a",
  accent1: "4472c4",
  accent2: "ed7d31",
  accent3: "a5a5a5",
  accent4: "ffc000",
  accent5: "5b9bd5",
  accent6: "70ad47",
  hlink: "0563c1",
  folHlink: "954f72",
};

const BASIC = "000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff".split(" ");
/**
 * 索引の色 — the colours a workbook names by number when it states none of its own.
 *
 * source  ECMA-376 Part 1, 18.8.27
 */
export const INDEXED_COLORS: readonly string[] = [
  ...BASIC,
  ...BASIC,
  ..."800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff".split(" "),
  ..."000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99".split(" "),
  ..."3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(" "),
  // 64 and 65 are the colours of text and window of the machine.
  "000000",
  "ffffff",
];

/**
 * テーマの色を読む — the theme's colours in the order of the `theme` attribute; those of Office where the part is missing.
 *
 * @throws HostRefusal when the part is damaged
 */
export function readThemeColors(opened: OpenedFile): readonly string[] {
  const relation = relationshipsOf(opened, opened.workbookPart).find((found) => found.type === "theme" && !found.isExternal);
  const found: { [name: string]: string } = { ...OFFICE_THEME };
  if (relation)
    scanPart(readPart(opened, relation.target), (scanner) => {
      let place = "";
      while (scanner.next()) {
        if (scanner.kind !== "open") continue;
        const name = scanner.local;
        if (name in OFFICE_THEME) place = name;
        else if (place !== "" && (name === "srgbClr" || name === "sysClr")) {
          const color = scanner.attribute(name === "srgbClr" ? "val" : "lastClr");
          if (color && /^[0-9a-fA-F]{6}$/.test(color)) found[place] = color.toLowerCase();
          place = "";
        }
        // Behind the colours come fonts and fills with colour elements of their own.
        else if (name === "fontScheme") return;
      }
    });
  return THEME_ORDER.map((name) => found[name]!);
}

/**
 * 色を読む — the colour element under the scanner → "#rrggbb".
 *
 * none  undefined when it leaves the colour to the machine
 */
export function readColor(scanner: XmlScanner, palette: Palette): string | undefined {
  const rgb = scanner.attribute("rgb");
  const theme = scanner.attribute("theme");
  const indexed = scanner.attribute("indexed");
  const color = rgb !== undefined ? rgb.slice(-6).toLowerCase() : theme !== undefined ? palette.theme[Number(theme)] : palette.indexed[Number(indexed)];
  if (color === undefined || !/^[0-9a-f]{6}$/.test(color)) return undefined;
  const tint = Number(scanner.attribute("tint") ?? 0);
  return `#${tint ? tintColor(color, tint) : color}`;
}

/** 濃淡をつける — "4472c4" lighter (tint above 0) or darker (below), in hue, lightness and saturation as Excel does. */
export function tintColor(color: string, tint: number): string {
  const [r, g, b] = [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16) / 255) as [number, number, number];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const range = max - min;
  const light = (max + min) / 2;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * light - 1));
  const hue = range === 0 ? 0 : max === r ? ((g - b) / range + 6) % 6 : max === g ? (b - r) / range + 2 : (r - g) / range + 4;
  const shade = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * shade - 1)) * saturation;
  const second = chroma * (1 - Math.abs((hue % 2) - 1));
  const base = shade - chroma / 2;
  const parts = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ][Math.floor(hue) % 6]!;
  return parts
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part + base)) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("");
}
