import { allElements, elementAt, type ManifestElement } from "./manifest";
import { CHILDREN, ICONS, LIST_OF, LONGEST } from "./manifest-schema";
import { readPngSize } from "./png-size";

/** 照らす相手 — what the manifest must agree with. */
export interface ManifestSurroundings {
  /** Version of package.json, of three parts. */
  readonly version: string;
  /** Where everything is served from, with a slash at its end. */
  readonly base: string;
  /** What is served at a path below the base; undefined when there is nothing. */
  readonly served: (path: string) => Uint8Array | undefined;
}

type Rule = (root: ManifestElement, around: ManifestSurroundings) => Generator<string>;

const attributesThatHoldText = ["DefaultValue", "Value"];
const isText = ({ name, parent }: ManifestElement): boolean => (parent?.name === "OfficeApp" && (name === "DisplayName" || name === "Description")) || name === "bt:String";
const valuesOf = (element: ManifestElement): readonly string[] =>
  [element, ...element.children].flatMap(({ attributes }) => attributesThatHoldText.flatMap((name) => attributes.get(name) ?? []));
const isAddress = ({ name, attributes }: ManifestElement): boolean => attributes.has("DefaultValue") && (/Url$|^SourceLocation$/.test(name) || name === "bt:Image");
const named = (root: ManifestElement, name: string): readonly ManifestElement[] => [...allElements(root)].filter((element) => element.name === name);

/** 要素の順と有無 — elements the schema does not know here, in another order, or missing. */
function* misplaced(root: ManifestElement): Generator<string> {
  if (root.name !== "OfficeApp" || root.attributes.get("xsi:type") !== "TaskPaneApp") yield `The root is ${root.name}; it must be OfficeApp with xsi:type="TaskPaneApp".`;
  for (const element of allElements(root)) {
    const { children, place, parent, name } = element;
    const allowed = CHILDREN[parent ? `${parent.name}/${name}` : name] ?? [];
    const names = allowed.map((one) => one.replace(/[!*]/g, ""));
    let last = 0;
    for (const child of children) {
      const at = names.indexOf(child.name);
      if (at < 0) yield `${child.place}: ${name} has no ${child.name}.`;
      else if (at < last) yield `${child.place}: ${child.name} stands after ${names[last]}, and must come before it.`;
      else last = at;
    }
    for (const [i, one] of allowed.entries()) {
      const times = children.filter((child) => child.name === names[i]).length;
      if (times === 0 && one.includes("!")) yield `${place}: ${names[i]} is missing.`;
      if (times > 1 && !one.includes("*")) yield `${place}: ${names[i]} stands ${times} times; it may stand once.`;
    }
  }
}

function* wrongIdentity(root: ManifestElement, { version }: ManifestSurroundings): Generator<string> {
  const id = elementAt(root, "Id")?.text ?? "";
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(id)) yield `Id "${id}" is not a GUID such as 01234567-89ab-4cde-8f01-23456789abcd.`;
  const stated = elementAt(root, "Version")?.text ?? "";
  if (stated !== `${version}.0`) yield `Version is ${stated}; package.json says ${version}, so it must be ${version}.0.`;
  // Microsoft's service, and with it the admin centre, turns such a manifest away.
  if (/^0\./.test(stated)) yield `Version is ${stated}; Office takes 1.0 and above only.`;
  const ids = [...allElements(root)].flatMap(({ name, attributes }) => (name === "Group" || name === "Control" ? (attributes.get("id") ?? "") : []));
  for (const one of new Set(ids)) {
    if (ids.filter((other) => other === one).length > 1) yield `The id ${one} is given to more than one group or button.`;
    if (one === "" || one.length > LONGEST.short) yield `The id "${one}" of a group or button must have 1 to ${LONGEST.short} characters.`;
  }
}

function* wrongScope(root: ManifestElement): Generator<string> {
  const hosts = [
    ...(elementAt(root, "Hosts")?.children.map(({ attributes }) => attributes.get("Name")) ?? []),
    ...(elementAt(root, "VersionOverrides/Hosts")?.children.map(({ attributes }) => attributes.get("xsi:type")) ?? []),
  ];
  for (const host of hosts) if (host !== "Workbook") yield `The host ${host} is named; this add-in is for Workbook alone.`;
  const sets = named(root, "Set").map(({ attributes }) => `${attributes.get("Name")} ${attributes.get("MinVersion")}`);
  if (sets.join() !== "ExcelApi 1.14") yield `The requirement is ${sets.join(", ") || "none"}; it must be ExcelApi 1.14 alone.`;
  const permission = elementAt(root, "Permissions")?.text;
  if (permission !== "ReadWriteDocument") yield `Permissions is ${permission}; it must be ReadWriteDocument.`;
  for (const tab of named(root, "OfficeTab"))
    if (tab.attributes.get("id") !== "TabHome") yield `${tab.place}: the button stands on ${tab.attributes.get("id")}; it must stand on TabHome.`;
}

function* wrongTexts(root: ManifestElement): Generator<string> {
  const locale = elementAt(root, "DefaultLocale")?.text;
  if (locale !== "ja-JP") yield `DefaultLocale is ${locale}; it must be ja-JP.`;
  for (const element of [...allElements(root)].filter(isText)) {
    const what = element.attributes.get("id") ?? element.name;
    if (!/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(element.attributes.get("DefaultValue") ?? "")) yield `${what}: the default text is not Japanese.`;
    if (element.children.filter(({ attributes }) => attributes.get("Locale") === "en-US").length !== 1) yield `${what}: there must be exactly one override for en-US.`;
    const most = element.parent?.name === "bt:LongStrings" || element.name === "Description" ? LONGEST.long : LONGEST.short;
    for (const value of valuesOf(element))
      if (value.length === 0 || value.length > most) yield `${what}: "${value.slice(0, 20)}…" has ${value.length} characters; there must be 1 to ${most}.`;
  }
  const provider = elementAt(root, "ProviderName")?.text ?? "";
  if (provider.length === 0 || provider.length > LONGEST.short) yield `ProviderName has ${provider.length} characters; there must be 1 to ${LONGEST.short}.`;
}

function* wrongAddresses(root: ManifestElement, { base, served }: ManifestSurroundings): Generator<string> {
  for (const element of [...allElements(root)].filter(isAddress))
    for (const address of valuesOf(element)) {
      if (address.length > LONGEST.address) yield `${element.place}: the address has ${address.length} characters; there may be ${LONGEST.address}.`;
      if (!address.startsWith("https://")) yield `${element.place}: ${address} does not start with https://.`;
      else if (!URL.canParse(address)) yield `${element.place}: ${address} is not an address.`;
      else if (!address.startsWith(base)) yield `${element.place}: ${address} is not below ${base}.`;
      else if (!served(address.slice(base.length))) yield `${element.place}: nothing is served at ${address}.`;
    }
  for (const domain of named(root, "AppDomain")) if (!domain.text.startsWith("https://")) yield `${domain.place}: ${domain.text} does not start with https://.`;
  const plain = elementAt(root, "DefaultSettings/SourceLocation")?.attributes.get("DefaultValue");
  const resid = named(root, "Action").flatMap((action) => elementAt(action, "SourceLocation")?.attributes.get("resid") ?? [])[0];
  const button = named(root, "bt:Url").find(({ attributes }) => attributes.get("id") === resid);
  if (plain !== button?.attributes.get("DefaultValue"))
    yield `Without a ribbon button Excel opens ${plain}, with it ${button?.attributes.get("DefaultValue")}; both must be the same page.`;
}

function* wrongResources(root: ManifestElement): Generator<string> {
  const resources = elementAt(root, "VersionOverrides/Resources")?.children.flatMap(({ children }) => children) ?? [];
  const users = [...allElements(root)].filter(({ attributes }) => attributes.has("resid"));
  const idOf = (element: ManifestElement): string => element.attributes.get("id") ?? "";
  for (const id of new Set(resources.map(idOf))) {
    const times = resources.filter((one) => idOf(one) === id).length;
    if (times > 1) yield `The resource ${id} is defined ${times} times.`;
    if (id === "" || id.length > LONGEST.resid) yield `The id of the resource "${id}" has ${id.length} characters; there must be 1 to ${LONGEST.resid}.`;
    if (!users.some(({ attributes }) => attributes.get("resid") === id)) yield `The resource ${id} is used nowhere.`;
  }
  for (const { name, place, attributes } of users) {
    const resid = attributes.get("resid")!;
    const found = resources.find((one) => idOf(one) === resid);
    if (!found) yield `${place}: the resource ${resid} is not defined.`;
    else if (found.parent?.name !== LIST_OF[name]) yield `${place}: ${resid} stands in ${found.parent?.name}; ${name} takes it from ${LIST_OF[name]}.`;
  }
}

function* wrongIcons(root: ManifestElement, { base, served }: ManifestSurroundings): Generator<string> {
  const images = named(root, "bt:Image");
  const addressOf = (resid: string | undefined): string | undefined => images.find(({ attributes }) => attributes.get("id") === resid)?.attributes.get("DefaultValue");
  const uses: { place: string; size: number; address: string | undefined }[] = [
    { place: "IconUrl", size: ICONS.list, address: elementAt(root, "IconUrl")?.attributes.get("DefaultValue") },
    { place: "HighResolutionIconUrl", size: ICONS.listHigh, address: elementAt(root, "HighResolutionIconUrl")?.attributes.get("DefaultValue") },
  ];
  for (const icon of named(root, "Icon")) {
    const sizes = icon.children.map(({ attributes }) => Number(attributes.get("size")));
    for (const size of ICONS.must) if (!sizes.includes(size)) yield `${icon.place}: the size ${size} is missing.`;
    for (const size of sizes) if (!ICONS.may.some((one) => one === size)) yield `${icon.place}: Office knows no icon of size ${size}.`;
    uses.push(...icon.children.map(({ place, attributes }) => ({ place, size: Number(attributes.get("size")), address: addressOf(attributes.get("resid")) })));
  }
  for (const { place, size, address } of uses) {
    const file = address?.startsWith(base) ? served(address.slice(base.length)) : undefined;
    const found = file && readPngSize(file);
    if (file && !found) yield `${place}: ${address} is not a PNG picture.`;
    if (found && (found.width !== size || found.height !== size)) yield `${place}: ${address} is ${found.width} × ${found.height}; it must be ${size} × ${size}.`;
  }
}

const RULES: readonly Rule[] = [misplaced, wrongIdentity, wrongScope, wrongTexts, wrongAddresses, wrongResources, wrongIcons];

/** マニフェストの誤り — everything Office or we would not take, one sentence each; nothing when it is in order. */
export function findManifestFaults(root: ManifestElement, around: ManifestSurroundings): readonly string[] {
  return RULES.flatMap((rule) => [...rule(root, around)]);
}
