import { leaveOutUnwritable, OWN_DATA_NAMESPACE, writeOwnDataXml } from "../own-data-xml";
import type { WriteStep } from "./write-cells";

/** 自分の部品を探す — ids of the custom XML parts that carry our namespace. */
export function askOwnParts({ workbook }: Excel.RequestContext): () => string[] {
  const parts = workbook.customXmlParts.getByNamespace(OWN_DATA_NAMESPACE);
  parts.load("items/id");
  return () => parts.items.map(({ id }) => id);
}

/** 自分のデータを書く — the part is replaced where there is one; null takes it out. */
export function writeOwnData(parts: readonly string[], text: string | null): WriteStep[] {
  const [first, ...more] = parts;
  const superfluous = text === null ? parts : more;
  const removal = superfluous.map((id): WriteStep => ({ bytes: 500, run: ({ workbook }) => workbook.customXmlParts.getItem(id).delete() }));
  if (text === null) return removal;
  const xml = writeOwnDataXml(leaveOutUnwritable(text));
  return [
    ...removal,
    {
      bytes: 500 + xml.length * 3,
      run: ({ workbook }) => {
        if (first === undefined) workbook.customXmlParts.add(xml);
        else workbook.customXmlParts.getItem(first).setXml(xml);
      },
    },
  ];
}
