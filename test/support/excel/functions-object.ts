import type { Book } from "./book";
import { notSimulated } from "./excel-fault";
import { SimObject, wholeNumber } from "./sim-object";

/** ワークシート関数 — functions a client calls without a cell. */
export class FunctionsObject extends SimObject {
  readonly className = "Functions";

  Date(year: unknown, month: unknown, day: unknown): SimObject {
    if (wholeNumber(year) < 1904) throw notSimulated("Functions.Date before 1904");
    const days = Date.UTC(wholeNumber(year), wholeNumber(month) - 1, wholeNumber(day)) / 86_400_000;
    return new FunctionResult(this.book, days + (this.book.date1904 ? 24_107 : 25_569));
  }
}

class FunctionResult extends SimObject {
  readonly className = "FunctionResult<T>";

  constructor(
    book: Book,
    private readonly result: number,
  ) {
    super(book);
  }

  get Value(): number {
    return this.result;
  }
  get Error(): string | null {
    return null;
  }
}
