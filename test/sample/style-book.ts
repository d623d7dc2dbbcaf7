/** 装い — how a cell of the sample looks; equal looks share one cell format. */
export interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  /** RGB in six hexadecimal digits. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: "box" | "under";
  readonly across?: "left" | "center" | "right";
  readonly down?: "top" | "center";
  readonly wrap?: boolean;
  /** Steps in from the left edge. */
  readonly indent?: number;
  readonly format?: string;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const FONT = "游ゴシック";

/** 特殊文字を置き換える — text as XML content or attribute. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** 書式の台帳 — hands out style numbers and writes the styles part. */
export class StyleBook {
  private readonly fonts = new Table(font({}));
  private readonly fills = new Table(`<fill><patternFill patternType="none"/></fill>`, `<fill><patternFill patternType="gray125"/></fill>`);
  private readonly borders = new Table(`<border><left/><right/><top/><bottom/><diagonal/></border>`);
  private readonly formats = new Table();
  private readonly cells = new Table(`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`);

  /** 書式の番号 — of this look. */
  numberOf(look: Look): number {
    const fontId = this.fonts.at(font(look));
    const fillId = look.fill ? this.fills.at(`<fill><patternFill patternType="solid"><fgColor rgb="FF${look.fill}"/><bgColor indexed="64"/></patternFill></fill>`) : 0;
    const borderId = look.border ? this.borders.at(border(look.border)) : 0;
    const formatId = look.format ? 164 + this.formats.at(escapeXml(look.format)) : 0;
    const aligned = [
      look.across ? ` horizontal="${look.across}"` : look.indent ? ' horizontal="left"' : "",
      look.down ? ` vertical="${look.down}"` : "",
      look.wrap ? ' wrapText="1"' : "",
      look.indent ? ` indent="${look.indent}"` : "",
    ].join("");
    const alignment = aligned ? `<alignment${aligned}/>` : "";
    const applied = `${formatId ? ' applyNumberFormat="1"' : ""}${fontId ? ' applyFont="1"' : ""}${fillId ? ' applyFill="1"' : ""}${borderId ? ' applyBorder="1"' : ""}${alignment ? ' applyAlignment="1"' : ""}`;
    return this.cells.at(`<xf numFmtId="${formatId}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0"${applied}${alignment ? `>${alignment}</xf>` : "/>"}`);
  }

  /** The styles part; `differences` is the inner XML of <dxfs>. */
  write(differences: readonly string[]): string {
    const formats = this.formats.list.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`);
    return (
      `<styleSheet xmlns="${MAIN}">${list("numFmts", formats)}${list("fonts", this.fonts.list)}${list("fills", this.fills.list)}${list("borders", this.borders.list)}` +
      `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list("cellXfs", this.cells.list)}` +
      `<cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles>${list("dxfs", differences)}` +
      `<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`
    );
  }
}

/** A list without repetition, in the order of first use. */
class Table {
  readonly list: string[];
  constructor(...first: readonly string[]) {
    this.list = [...first];
  }
  at(item: string): number {
    const found = this.list.indexOf(item);
    return found >= 0 ? found : this.list.push(item) - 1;
  }
}

const list = (name: string, items: readonly string[]) => (items.length ? `<${name} count="${items.length}">${items.join("")}</${name}>` : "");

const font = ({ bold, size = 10, color = "222222" }: Look) =>
  `<font>${bold ? "<b/>" : ""}<sz val="${size}"/><color rgb="FF${color}"/><name val="${FONT}"/><family val="3"/><charset val="128"/></font>`;

function border(kind: "box" | "under"): string {
  const side = (name: string, style: string) => `<${name} style="${style}"><color rgb="FF8C9BA5"/></${name}>`;
  return kind === "box"
    ? `<border>${["left", "right", "top", "bottom"].map((name) => side(name, "thin")).join("")}<diagonal/></border>`
    : `<border><left/><right/><top/>${side("bottom", "medium")}<diagonal/></border>`;
}
