import type { CellRange } from "../../../src/model/cell";
import { RangeAreasObject } from "./areas-object";
import type { Book } from "./book";
import { ExcelFault, notSimulated } from "./excel-fault";
import { RangeObject } from "./range-object";
import { intersect } from "./rect";
import type { ConditionalRule, SimSheet } from "./sheet-state";
import { anyColor, anyText, SimObject, wholeNumber, yesOrNo } from "./sim-object";

/** 条件付き書式の集まり — the rules that touch these cells, top priority first. */
export class ConditionalFormatCollection extends SimObject {
  readonly className = "ConditionalFormatCollection";

  constructor(
    book: Book,
    private readonly sheet: SimSheet,
    private readonly ranges: readonly CellRange[],
  ) {
    super(book);
  }

  override items(): SimObject[] {
    return this.rules().map((rule) => new ConditionalFormatObject(this.book, this.sheet, rule));
  }
  override item(id: unknown): SimObject {
    const found = this.GetItemOrNullObject(id);
    if (!found) throw new ExcelFault("ItemNotFound");
    return found;
  }
  GetItemOrNullObject(id: unknown): SimObject | null {
    const rule = this.rules().find((r) => r.id === id);
    return rule ? new ConditionalFormatObject(this.book, this.sheet, rule) : null;
  }
  GetItemAt(index: unknown): SimObject {
    const rule = this.rules()[wholeNumber(index)];
    if (!rule) throw new ExcelFault("ItemNotFound");
    return new ConditionalFormatObject(this.book, this.sheet, rule);
  }
  GetCount(): number {
    return this.rules().length;
  }
  Add(type: unknown): SimObject {
    if (type !== "Custom") throw notSimulated(`ConditionalFormatCollection.Add(${String(type)})`);
    this.book.mayWrite(this.sheet);
    const rule: ConditionalRule = {
      id: this.book.nextId("{rule-") + "}",
      type: "Custom",
      ranges: this.ranges.map((range) => ({ ...range })),
      formula: null,
      fill: null,
      fontColor: null,
      bold: null,
      numberFormat: null,
      stopIfTrue: false,
    };
    this.sheet.rules.unshift(rule);
    return new ConditionalFormatObject(this.book, this.sheet, rule);
  }
  ClearAll(): void {
    this.book.mayWrite(this.sheet);
    const mine = new Set(this.rules());
    this.sheet.rules = this.sheet.rules.filter((rule) => !mine.has(rule));
  }

  private rules(): readonly ConditionalRule[] {
    return this.sheet.rules.filter((rule) => rule.ranges.some((range) => this.ranges.some((mine) => intersect(mine, range))));
  }
}

abstract class RulePart extends SimObject {
  protected isStale = false;

  constructor(
    book: Book,
    protected readonly sheet: SimSheet,
    protected readonly rule: ConditionalRule,
  ) {
    super(book);
  }

  protected change(change: Partial<ConditionalRule>): void {
    if (this.isStale) throw new ExcelFault("InvalidOperation", "SIM: after a change of priority the rule has to be fetched again");
    if (!this.sheet.rules.includes(this.rule)) throw new ExcelFault("ItemNotFound");
    this.book.mayWrite(this.sheet);
    Object.assign(this.rule, change);
  }
}

class ConditionalFormatObject extends RulePart {
  readonly className = "ConditionalFormat";

  override identity(): { readonly Id: string } {
    return { Id: this.rule.id };
  }
  get Id(): string {
    return this.rule.id;
  }
  get Type(): string {
    return this.rule.type;
  }
  get StopIfTrue(): boolean | null {
    return this.rule.stopIfTrue;
  }
  set StopIfTrue(stop: unknown) {
    this.change({ stopIfTrue: yesOrNo(stop) });
  }
  get Priority(): number {
    return this.sheet.rules.indexOf(this.rule);
  }
  set Priority(to: unknown) {
    this.change({});
    const others = this.sheet.rules.filter((rule) => rule !== this.rule);
    const at = wholeNumber(to);
    others.splice(at < 0 ? Math.max(0, others.length + 1 + at) : at, 0, this.rule);
    this.sheet.rules = others;
    this.isStale = true;
  }
  get Custom(): SimObject {
    if (this.rule.type !== "Custom") throw new ExcelFault("InvalidOperation");
    return new CustomConditionalFormat(this.book, this.sheet, this.rule);
  }
  get CustomOrNullObject(): SimObject | null {
    return this.rule.type === "Custom" ? new CustomConditionalFormat(this.book, this.sheet, this.rule) : null;
  }
  GetRange(): SimObject {
    const [range, ...more] = this.rule.ranges;
    if (!range || more.length > 0) throw new ExcelFault("InvalidOperation", "SIM: the rule covers several ranges");
    return new RangeObject(this.book, this.sheet, range);
  }
  GetRangeOrNullObject(): SimObject | null {
    const [range, ...more] = this.rule.ranges;
    return range && more.length === 0 ? new RangeObject(this.book, this.sheet, range) : null;
  }
  GetRanges(): SimObject {
    return new RangeAreasObject(this.book, this.sheet, this.rule.ranges);
  }
  Delete(): void {
    this.change({});
    this.sheet.rules = this.sheet.rules.filter((rule) => rule !== this.rule);
  }
}

class CustomConditionalFormat extends RulePart {
  readonly className = "CustomConditionalFormat";

  get Rule(): SimObject {
    return new ConditionalFormatRule(this.book, this.sheet, this.rule);
  }
  get Format(): SimObject {
    return new ConditionalRangeFormat(this.book, this.sheet, this.rule);
  }
}

class ConditionalFormatRule extends RulePart {
  readonly className = "ConditionalFormatRule";

  get Formula(): string | null {
    return this.rule.formula;
  }
  set Formula(formula: unknown) {
    const text = anyText(formula);
    if (text.length > 255) throw new ExcelFault("InvalidArgument", "SIM: a rule's formula has at most 255 characters");
    this.change({ formula: text.startsWith("=") ? text : `=${text}` });
  }
}

class ConditionalRangeFormat extends RulePart {
  readonly className = "ConditionalRangeFormat";

  get NumberFormat(): string {
    return this.rule.numberFormat ?? "";
  }
  set NumberFormat(code: unknown) {
    const text = anyText(code);
    if (text.length > 255) throw new ExcelFault("InvalidArgument");
    this.change({ numberFormat: text });
  }
  get Fill(): SimObject {
    return new ConditionalRangeFill(this.book, this.sheet, this.rule);
  }
  get Font(): SimObject {
    return new ConditionalRangeFont(this.book, this.sheet, this.rule);
  }
}

class ConditionalRangeFill extends RulePart {
  readonly className = "ConditionalRangeFill";

  get Color(): string {
    return this.rule.fill ?? "";
  }
  set Color(color: unknown) {
    this.change({ fill: anyColor(color) });
  }
  Clear(): void {
    this.change({ fill: null });
  }
}

class ConditionalRangeFont extends RulePart {
  readonly className = "ConditionalRangeFont";

  get Color(): string {
    return this.rule.fontColor ?? "";
  }
  set Color(color: unknown) {
    this.change({ fontColor: anyColor(color) });
  }
  get Bold(): boolean | null {
    return this.rule.bold;
  }
  set Bold(bold: unknown) {
    this.change({ bold: yesOrNo(bold) });
  }
}
