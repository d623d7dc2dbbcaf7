const MAY_IMPORT = require("./may-import.cjs");

const rooms = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `${room}-imports-only-what-it-may`,
  comment: `${room} may import ${[room, ...allowed].join(", ")}. Move what both need to a lower room, or pass it in from the caller.`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: "^src/", pathNot: `^src/(${[room, ...allowed].join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...rooms,
    {
      name: "a-check-knows-no-other-check",
      comment: "Two rules that need the same thing share a relation in src/checks/relations, not each other.",
      severity: "error",
      from: { path: "^src/checks/[^/]+\\.ts$", pathNot: "^src/checks/(index|run-checks|define-check|relations)\\.ts$" },
      to: { path: "^src/checks/[^/]+\\.ts$", pathNot: "^src/checks/(define-check|relations)\\.ts$" },
    },
    {
      name: "an-indicator-knows-no-other-indicator",
      comment: "What several indicators need stands in indicator.ts; how lines are read stands in the read-as files, which know no indicator.",
      severity: "error",
      from: { path: "^src/indicators/[^/]+\\.ts$", pathNot: "^src/indicators/(index|indicator|line-reading|own|resolve|read-as-[a-z]+)\\.ts$" },
      to: { path: "^src/indicators/", pathNot: "^src/indicators/indicator\\.ts$" },
    },
    {
      name: "how-lines-are-read-knows-no-indicator",
      comment: "An indicator is read by its features; code that names one belongs into that indicator's file, as data.",
      severity: "error",
      from: { path: "^src/indicators/read-as-[a-z]+\\.ts$" },
      to: { path: "^src/indicators/", pathNot: "^src/indicators/(indicator|line-reading|read-as-[a-z]+)\\.ts$" },
    },
    {
      name: "only-the-pane-and-its-pages-know-react",
      comment: "Everything else must run in a worker and on the command line.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(taskpane|workbench|addin)/" },
      to: { path: "node_modules/(react|react-dom|@fluentui)" },
    },
    {
      name: "only-the-file-host-knows-the-format",
      comment: "The engine sees a Workbook (src/model/workbook.ts), never a package or a part.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/hosts/(file|shown)/" },
      to: { path: "node_modules/(fflate|numfmt)" },
    },
    { name: "circles", comment: "Two files that need each other are one file, or miss a third.", severity: "error", from: {}, to: { circular: true } },
    { name: "orphans", comment: "Nothing reaches this file: use it or remove it.", severity: "error", from: { orphan: true, pathNot: "\\.d\\.ts$|\\.mjs$" }, to: {} },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    // Packages say by "exports" where their files are; without it the rules about packages would not see them.
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
    exclude: { path: "\\.(css|svg|png|html)$" },
  },
};
