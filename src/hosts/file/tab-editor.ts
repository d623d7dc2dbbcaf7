import type { ApplyReport, Edit } from "../../model/edit";
import { fingerprintCells, readSheetTag, type NewSheet } from "../../model/new-sheet";
import { checkNewSheet, isSameSheetName } from "../new-sheet-rules";
import { writeChart, writeDrawing } from "./chart-writer";
import { findNamespaces, type Namespaces } from "./namespaces";
import { writeNewSheet, writePrintTitles } from "./new-sheet-writer";
import { relationshipsOf, scanPart } from "./package";
import { relationshipType, writeTarget } from "./package-editor";
import { findOwnParts } from "./part-reach";
import type { Writers } from "./sheet-editor";
import { writeSheetList, type SheetListChange } from "./sheet-list-writer";
import { readSheet } from "./sheet-reader";
import { isReferredTo } from "./sheet-references";
import type { SheetEntry, WorkbookDirectory } from "./workbook-directory";

/** シートの増減の変更 — an edit that adds a sheet of ours or takes one away. */
export type TabEdit = Extract<Edit, { kind: "add-sheet" | "remove-sheet" }>;

const TYPES = "application/vnd.openxmlformats-officedocument.";

/** シートの増減 — the edits of one batch that add or remove whole sheets, in the order they were given. */
export class TabEditor {
  readonly accepted: TabEdit[] = [];
  readonly refused: ApplyReport["refused"][number][] = [];
  readonly added: NewSheet[] = [];
  /** Places of the sheets that go, among the tabs as they were. */
  private readonly removed = new Set<number>();
  private readonly listed: SheetListChange["added"][number][] = [];
  private readonly namespaces: Namespaces;

  constructor(
    private readonly writers: Writers,
    private readonly directory: WorkbookDirectory,
  ) {
    this.namespaces = findNamespaces(writers.editor);
  }

  /** Names of all tabs as they will be. */
  get names(): string[] {
    return [...this.directory.tabs.filter((_, i) => !this.removed.has(i)).map(({ name }) => name), ...this.added.map(({ name }) => name)];
  }

  /** Does a sheet of this name go? */
  isRemoved(name: string): boolean {
    return [...this.removed].some((place) => this.directory.tabs[place]!.name === name);
  }

  /**
   * @throws HostRefusal when a part is damaged
   * @throws Error when a sheet to be added could not be one, which is a mistake of ours
   */
  edit(edit: TabEdit): void {
    if (edit.kind === "add-sheet") checkNewSheet(edit.sheet);
    const reason = this.directory.isStructureLocked ? "protected" : edit.kind === "add-sheet" ? this.add(edit.sheet) : this.remove(edit.sheet, edit.was);
    if (reason) this.refused.push({ sheet: edit.kind === "add-sheet" ? edit.sheet.name : edit.sheet, cell: "A1", reason });
    else this.accepted.push(edit);
  }

  /** Nothing more will come: changes the list of sheets. */
  finish(): void {
    if (this.accepted.length > 0) writeSheetList(this.writers.editor, this.directory.tabs, { removed: this.removed, added: this.listed }, this.namespaces.relations);
  }

  private add(sheet: NewSheet): ApplyReport["refused"][number]["reason"] | undefined {
    const { editor, strings, styles } = this.writers;
    const { workbookPart } = editor.opened;
    // A name that goes with this batch is free only after it, as in Excel.
    if ([...this.directory.tabs, ...this.added].some(({ name }) => isSameSheetName(name, sheet.name))) return "name-taken";
    const part = this.freeName("worksheets/sheet");
    let drawing: string | undefined;
    if (sheet.charts.length > 0) {
      const drawingPart = this.freeName("drawings/drawing");
      const font = styles.defaultFontName();
      const ids = sheet.charts.map((chart) => {
        const chartPart = this.freeName("charts/chart");
        editor.add(chartPart, writeChart(sheet, chart, this.namespaces, font), `${TYPES}drawingml.chart+xml`);
        return editor.addRelationship(drawingPart, relationshipType(editor.opened, "chart"), writeTarget(drawingPart, chartPart));
      });
      editor.add(drawingPart, writeDrawing(sheet.charts, ids, this.namespaces), `${TYPES}drawing+xml`);
      drawing = editor.addRelationship(part, relationshipType(editor.opened, "drawing"), writeTarget(part, drawingPart));
    }
    const text = writeNewSheet(sheet, { namespaces: this.namespaces, writeText: (value) => strings.write("", value), styleOf: (look) => styles.withLook(look), drawing });
    editor.add(part, text, `${TYPES}spreadsheetml.worksheet+xml`);
    const relationId = editor.addRelationship(workbookPart, relationshipType(editor.opened, "worksheet"), writeTarget(workbookPart, part));
    this.listed.push({ name: sheet.name, relationId, printTitles: writePrintTitles(sheet) });
    this.added.push(sheet);
    return undefined;
  }

  private remove(name: string, was: string): ApplyReport["refused"][number]["reason"] | undefined {
    const { editor, context } = this.writers;
    const entry = this.directory.sheets.find((one) => one.name === name);
    const place = this.directory.tabs.findIndex((tab) => tab.name === name);
    if (!entry || this.removed.has(place)) return "not-found";
    const sheet = readSheet(editor.opened, entry, context(), editor.part(entry.part));
    if (sheet.isProtected) return "protected";
    if (readSheetTag(sheet.cells) === undefined || fingerprintCells(sheet.cells) !== was) return "changed";
    // A workbook shows at least one sheet.
    if (!this.directory.tabs.some((tab, i) => tab.isVisible && i !== place && !this.removed.has(i))) return "protected";
    const parts = findOwnParts(editor.opened, [entry.part]);
    if (this.hasMacros(entry) || isReferredTo(editor, name, place, new Set(parts))) return "changed";
    for (const part of parts) editor.remove(part);
    for (const relation of relationshipsOf(editor.opened, editor.opened.workbookPart))
      if (relation.id === entry.relationId) editor.removeRelationship(editor.opened.workbookPart, relation);
    this.removed.add(place);
    return undefined;
  }

  /** A sheet that has a module of its own in the macros cannot go without it. */
  private hasMacros({ part }: SheetEntry): boolean {
    const { editor } = this.writers;
    const hasProject = relationshipsOf(editor.opened, editor.opened.workbookPart).some(({ type }) => type === "vbaProject");
    return (
      hasProject &&
      scanPart(editor.part(part), (scanner) => {
        let isNamed = false;
        while (scanner.next()) if (scanner.kind === "open" && scanner.is("sheetPr")) isNamed ||= scanner.attribute("codeName") !== undefined;
        return isNamed;
      })
    );
  }

  private freeName(stem: string): string {
    const { editor } = this.writers;
    const folder = editor.opened.workbookPart.replace(/[^/]*$/, "");
    let number = 1;
    while (editor.has(`${folder}${stem}${number}.xml`)) number++;
    return `${folder}${stem}${number}.xml`;
  }
}
