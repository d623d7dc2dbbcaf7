import type { KanjiKind } from "./kanji-number";

/**
 * 下ごしらえした表示形式 — a format code in which everything numfmt does not know was replaced by placeholders.
 *
 * shape  the placeholders stand in the shown text as private characters until `fillJapanese` gives them their meaning
 */
export interface PreparedFormat {
  readonly code: string;
  readonly hasJapanese: boolean;
  readonly isDate: boolean;
  readonly isGeneral: boolean;
  readonly kanji: KanjiKind | null;
  /** What values are compared with, as in [=1]"有";0. */
  readonly operands: readonly number[];
}

const ERA_LETTER = "\ue000";
const ERA_SHORT = "\ue001";
const ERA_LONG = "\ue002";
const ERA_YEAR = "\ue003";
const ERA_YEAR_PADDED = "\ue004";
const ERA_YEAR_GANNEN = "\ue005";
const WEEKDAY_SHORT = "\ue006";
const WEEKDAY_LONG = "\ue007";

const ERAS = [
  { from: 43586, year: 2019, letter: "R", short: "令", long: "令和" },
  { from: 32516, year: 1989, letter: "H", short: "平", long: "平成" },
  { from: 9856, year: 1926, letter: "S", short: "昭", long: "昭和" },
  { from: 4595, year: 1912, letter: "T", short: "大", long: "大正" },
  { from: 0, year: 1868, letter: "M", short: "明", long: "明治" },
] as const;

const WEEKDAYS = "日月火水木金土";
const LAST_SERIAL = 2958465;

/** Pieces that mean something; everything else is copied. Texts, escapes and fillers come first so that they hide what they hold. */
const PIECE = /"[^"]*"?|\\.|[_*].|\[[^\]]*\]|General|G\/標準|AM\/PM|A\/P|[gG]+|[aA]{3,}|[dD]+|[eE]+|[rR]{1,2}|[yYhHmMsSbB]|./gsu;

/** 表示形式を下ごしらえする — eras, weekdays and Japanese figures out, placeholders in. */
export function prepareFormat(code: string): PreparedFormat {
  let written = "";
  let hasJapanese = false;
  let isDate = false;
  let isGeneral = false;
  let kanji: KanjiKind | null = null;
  let locale = "";
  const operands: number[] = [];
  const place = (mark: string): void => {
    hasJapanese = isDate = true;
    written += `"${mark}"`;
  };
  const pieces = code.match(PIECE) ?? [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const first = piece[0]!;
    if (first === "[") {
      const dbnum = /^\[DBNum([123])\]$/i.exec(piece);
      const tag = /^\[\$([^\]-]*)-([^\]]*)\]$/.exec(piece);
      if (dbnum) kanji = Number(dbnum[1]) as KanjiKind;
      else if (tag) {
        locale = tag[2]!;
        if (/^(F800|x-sysdate)/i.test(locale)) return systemDate('yyyy"年"m"月"d"日"');
        if (/^(F400|x-systime)/i.test(locale)) return systemDate("h:mm:ss");
        written += `${tag[1] ? `"${tag[1]}"` : ""}${isJapanese(locale) ? "[$-411]" : piece.includes("$-") ? piece : ""}`;
      } else {
        const condition = /^\[[<=>]+\s*(-?[.\d]+)\]$/.exec(piece);
        if (condition) operands.push(Number(condition[1]));
        if (/^\[(h+|m+|s+)\]$/i.test(piece)) isDate = true;
        written += piece;
      }
    } else if (first === '"' || first === "\\" || first === "_" || first === "*") written += first === '"' && piece.length > 1 && !piece.endsWith('"') ? `${piece}"` : piece;
    else if (/^(General|G\/標準)$/i.test(piece)) {
      isGeneral = true;
      written += "General";
    } else if (/^[gG]+$/.test(piece)) place(piece.length === 1 ? ERA_LETTER : piece.length === 2 ? ERA_SHORT : ERA_LONG);
    else if (/^[aA]{3,}$/.test(piece)) place(piece.length === 3 ? WEEKDAY_SHORT : WEEKDAY_LONG);
    else if (/^[dD]{3,}$/.test(piece) && isJapanese(locale)) place(piece.length === 3 ? WEEKDAY_SHORT : WEEKDAY_LONG);
    else if (/^[eE]+$/.test(piece) && !/^[+-]/.test(pieces[i + 1] ?? "") && (locale === "" || isJapanese(locale)))
      place(piece.length > 1 ? ERA_YEAR_PADDED : /gannen/i.test(locale) && /^"?年/.test(pieces[i + 1] ?? "") ? ERA_YEAR_GANNEN : ERA_YEAR);
    else if (/^[rR]$/.test(piece)) place(ERA_YEAR_PADDED);
    else if (/^[rR]{2}$/.test(piece)) {
      place(ERA_LONG);
      place(ERA_YEAR_PADDED);
    } else {
      if (/^[yYmMdDhHsSbB]/.test(piece)) isDate = true;
      written += piece;
    }
  }
  return { code: written, hasJapanese, isDate, isGeneral, kanji, operands };
}

/** 日付の範囲か — is the number a date Excel can show? */
export function isJapaneseDate(serial: number): boolean {
  return serial >= 0 && serial < LAST_SERIAL + 1;
}

/** 元号と曜日を入れる — the shown text with its placeholders filled in for a date serial. */
export function fillJapanese(text: string, serial: number): string {
  // Excel rounds to the second before it decides on the day.
  const day = Math.floor(serial + 0.5 / 86400);
  const era = ERAS.find((found) => day >= found.from)!;
  const year = yearOf(day) - era.year + 1;
  // 0 and 60 are days that never were; only their weekday follows the count.
  const weekday = WEEKDAYS[(day + 6) % 7]!;
  return text.replace(/[\ue000-\ue007]/g, (mark) => {
    switch (mark) {
      case ERA_LETTER:
        return era.letter;
      case ERA_SHORT:
        return era.short;
      case ERA_LONG:
        return era.long;
      case ERA_YEAR:
        return String(year);
      case ERA_YEAR_PADDED:
        return String(year).padStart(2, "0");
      case ERA_YEAR_GANNEN:
        return year === 1 ? "元" : String(year);
      case WEEKDAY_SHORT:
        return weekday;
      default:
        return `${weekday}曜日`;
    }
  });
}

function yearOf(day: number): number {
  return day < 61 ? 1900 : new Date(Date.UTC(1899, 11, 30) + day * 86400000).getUTCFullYear();
}

function isJapanese(locale: string): boolean {
  return /(^|0)411(,|$)|^ja/i.test(locale);
}

function systemDate(code: string): PreparedFormat {
  return { code, hasJapanese: false, isDate: true, isGeneral: false, kanji: null, operands: [] };
}
