import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readManifest } from "./manifest";
import { surroundingsOfSources, VERSION } from "./manifest-surroundings";
import { findManifestFaults } from "./validate-manifest";

const written = readFileSync(join(__dirname, "../../manifest.xml"), "utf8");
const around = surroundingsOfSources();
const faultsOf = (xml: string, surroundings = around): readonly string[] => findManifestFaults(readManifest(xml), surroundings);

/** The manifest with one place changed; a place that is not there would prove nothing. */
function changed(from: string | RegExp, to: string): string {
  const xml = written.replace(from, to);
  expect(xml).not.toBe(written);
  return xml;
}

test("the manifest of the project is in order", () => expect(faultsOf(written)).toEqual([]));

test.each<{ readonly because: string; readonly from: string | RegExp; readonly to: string; readonly says: string }>([
  { because: "the kind of add-in", from: 'xsi:type="TaskPaneApp"', to: 'xsi:type="ContentApp"', says: 'The root is OfficeApp; it must be OfficeApp with xsi:type="TaskPaneApp".' },
  { because: "an element the schema does not know", from: "<Permissions>", to: "<Colour>red</Colour><Permissions>", says: "OfficeApp has no Colour." },
  {
    because: "the order of the schema",
    from: /( {2}<Hosts>[^]*?<\/Hosts>\n)( {2}<Requirements>[^]*?<\/Requirements>\n)/,
    to: "$2$1",
    says: "Hosts stands after Requirements, and must come before it.",
  },
  { because: "the order inside the ribbon", from: /(<Label resid="Open.Label" \/>)([^]*?<\/Supertip>)/, to: "$2$1", says: "Label stands after Supertip, and must come before it." },
  { because: "something missing", from: /<SupportUrl[^>]*>/, to: "", says: "OfficeApp (line 2): SupportUrl is missing." },
  { because: "something twice", from: /<Permissions>.*<\/Permissions>/, to: "$&$&", says: "Permissions stands 2 times; it may stand once." },
  { because: "an id that is no GUID", from: /<Id>.*<\/Id>/, to: "<Id>kpi</Id>", says: 'Id "kpi" is not a GUID such as 01234567-89ab-4cde-8f01-23456789abcd.' },
  {
    because: "another version than package.json's",
    from: /<Version>.*<\/Version>/,
    to: "<Version>99.1.0.0</Version>",
    says: `Version is 99.1.0.0; package.json says ${VERSION}, so it must be ${VERSION}.0.`,
  },
  { because: "a version below 1.0", from: /<Version>.*<\/Version>/, to: "<Version>0.9.0.0</Version>", says: "Version is 0.9.0.0; Office takes 1.0 and above only." },
  { because: "an id for two", from: 'id="ActionPlan.Open"', to: 'id="ActionPlan.Group"', says: "The id ActionPlan.Group is given to more than one group or button." },
  { because: "a button without an id", from: 'id="ActionPlan.Open"', to: 'id=""', says: 'The id "" of a group or button must have 1 to 125 characters.' },
  { because: "another host", from: '<Host Name="Workbook" />', to: '<Host Name="Document" />', says: "The host Document is named; this add-in is for Workbook alone." },
  {
    because: "another host of the ribbon",
    from: '<Host xsi:type="Workbook">',
    to: '<Host xsi:type="Document">',
    says: "The host Document is named; this add-in is for Workbook alone.",
  },
  { because: "a newer requirement", from: 'MinVersion="1.14" />', to: 'MinVersion="1.18" />', says: "The requirement is ExcelApi 1.18; it must be ExcelApi 1.14 alone." },
  { because: "too little permission", from: "ReadWriteDocument", to: "ReadDocument", says: "Permissions is ReadDocument; it must be ReadWriteDocument." },
  { because: "another tab", from: "TabHome", to: "TabData", says: "the button stands on TabData; it must stand on TabHome." },
  { because: "another default language", from: "<DefaultLocale>ja-JP", to: "<DefaultLocale>en-US", says: "DefaultLocale is en-US; it must be ja-JP." },
  {
    because: "a default text that is not Japanese",
    from: 'id="Group.Label" DefaultValue="行動計画"',
    to: 'id="Group.Label" DefaultValue="Plan"',
    says: "Group.Label: the default text is not Japanese.",
  },
  { because: "a text without English", from: /<bt:Override Locale="en-US" Value="Action plan" \/>/, to: "", says: "Group.Label: there must be exactly one override for en-US." },
  { because: "a name without English", from: /<Override Locale="en-US" Value="Action Plan Check" \/>/, to: "", says: "DisplayName: there must be exactly one override for en-US." },
  {
    because: "a label that is too long",
    from: 'Value="Action plan"',
    to: `Value="${"a".repeat(126)}"`,
    says: `Group.Label: "${"a".repeat(20)}…" has 126 characters; there must be 1 to 125.`,
  },
  {
    because: "a tooltip that is too long",
    from: 'id="Open.Tooltip" DefaultValue="',
    to: `id="Open.Tooltip" DefaultValue="${"長".repeat(250)}`,
    says: "characters; there must be 1 to 250.",
  },
  {
    because: "nobody who provides it",
    from: /<ProviderName>.*<\/ProviderName>/,
    to: "<ProviderName></ProviderName>",
    says: "ProviderName has 0 characters; there must be 1 to 125.",
  },
  {
    because: "an open connection",
    from: 'Icon.16" DefaultValue="https:',
    to: 'Icon.16" DefaultValue="http:',
    says: "http://localhost:3000/icons/icon-16.png does not start with https://.",
  },
  {
    because: "an open connection of the support page",
    from: 'SupportUrl DefaultValue="https:',
    to: 'SupportUrl DefaultValue="http:',
    says: "http://localhost:3000/help.html does not start with https://.",
  },
  {
    because: "no address",
    from: 'SupportUrl DefaultValue="https://localhost:3000',
    to: 'SupportUrl DefaultValue="https://local host',
    says: "https://local host/help.html is not an address.",
  },
  {
    because: "an address elsewhere",
    from: 'SupportUrl DefaultValue="https://localhost:3000/',
    to: 'SupportUrl DefaultValue="https://example.com/',
    says: "https://example.com/help.html is not below https://localhost:3000/.",
  },
  {
    because: "an address that is too long",
    from: 'SupportUrl DefaultValue="https://localhost:3000/',
    to: `SupportUrl DefaultValue="https://localhost:3000/${"a".repeat(2048)}`,
    says: "characters; there may be 2048.",
  },
  {
    because: "a page that is not there",
    from: /(id="Pane.Url" DefaultValue="https:\/\/localhost:3000\/)taskpane/,
    to: "$1pane",
    says: "nothing is served at https://localhost:3000/pane.html.",
  },
  {
    because: "two pages for one pane",
    from: /(id="Pane.Url" DefaultValue="https:\/\/localhost:3000\/)taskpane/,
    to: "$1help",
    says: "Without a ribbon button Excel opens https://localhost:3000/taskpane.html, with it https://localhost:3000/help.html; both must be the same page.",
  },
  {
    because: "another site that may be shown",
    from: "  <Hosts>\n    <Host Name",
    to: "  <AppDomains><AppDomain>http://example.com</AppDomain></AppDomains>\n  <Hosts>\n    <Host Name",
    says: "http://example.com does not start with https://.",
  },
  { because: "a resource twice", from: /<bt:Url id="Help.Url".*\/>/, to: "$&$&", says: "The resource Help.Url is defined 2 times." },
  { because: "a resource with a long id", from: /Group\.Label/g, to: "G".repeat(33), says: `The id of the resource "${"G".repeat(33)}" has 33 characters; there must be 1 to 32.` },
  {
    because: "a resource nobody uses",
    from: /<bt:Url id="Help.Url".*\/>/,
    to: '$&<bt:Url id="Spare.Url" DefaultValue="https://localhost:3000/help.html" />',
    says: "The resource Spare.Url is used nowhere.",
  },
  { because: "a resource nobody defined", from: 'Label resid="Group.Label"', to: 'Label resid="Group.Lable"', says: "the resource Group.Lable is not defined." },
  {
    because: "a resource of another kind",
    from: 'Label resid="Group.Label"',
    to: 'Label resid="Open.Tooltip"',
    says: "Open.Tooltip stands in bt:LongStrings; Label takes it from bt:ShortStrings.",
  },
  { because: "a size Office asks for", from: /<bt:Image size="80" resid="Icon.80" \/>/, to: "", says: "the size 80 is missing." },
  { because: "a size Office does not know", from: '<bt:Image size="64"', to: '<bt:Image size="128"', says: "Office knows no icon of size 128." },
  { because: "an icon of another size", from: '<bt:Image size="64"', to: '<bt:Image size="48"', says: "https://localhost:3000/icons/icon-64.png is 64 × 64; it must be 48 × 48." },
  {
    because: "a list icon of another size",
    from: 'IconUrl DefaultValue="https://localhost:3000/icons/icon-32',
    to: 'IconUrl DefaultValue="https://localhost:3000/icons/icon-16',
    says: "icon-16.png is 16 × 16; it must be 32 × 32.",
  },
  { because: "an icon that is no PNG", from: "icons/icon-32.png", to: "icons/icon.svg", says: "https://localhost:3000/icons/icon.svg is not a PNG picture." },
])("it speaks of $because", ({ from, to, says }) => {
  const faults = faultsOf(changed(from, to));
  expect(faults).toContainEqual(expect.stringContaining(says));
  // One mistake may show at more than one rule, but never sets off all of them.
  expect(faults.length).toBeLessThan(5);
});

test("a mistake in one place is told in one sentence with its place", () => {
  expect(faultsOf(changed('Label resid="Group.Label"', 'Label resid="Group.Label" spare="1"'))).toEqual([]);
  expect(faultsOf(changed("TabHome", "TabData"))).toEqual([
    expect.stringMatching(
      /^OfficeApp\/VersionOverrides\/Hosts\/Host\/DesktopFormFactor\/ExtensionPoint\/OfficeTab \(line \d+\): the button stands on TabData; it must stand on TabHome\.$/,
    ),
  ]);
});

test("what is not well-formed is not read", () => expect(() => faultsOf(changed("</Permissions>", "</Permission>"))).toThrow());
