import type { Place } from "../model/cell";

/** 場所の表 — something for some cells of a workbook, looked up without writing the place out. */
export class PlaceMap<Item> {
  private readonly sheets = new Map<string, Map<string, Item>>();

  set(place: Place, item: Item): void {
    const cells = this.sheets.get(place.sheet);
    if (cells) cells.set(place.cell, item);
    else this.sheets.set(place.sheet, new Map([[place.cell, item]]));
  }

  get(place: Place): Item | undefined {
    return this.sheets.get(place.sheet)?.get(place.cell);
  }

  has(place: Place): boolean {
    return this.sheets.get(place.sheet)?.has(place.cell) ?? false;
  }
}
