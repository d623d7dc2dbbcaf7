const HALF_KANA = "｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ";
const FULL_KANA = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
const VOICED: { readonly [kana: string]: string } = Object.fromEntries(
  [..."カキクケコサシスセソタチツテトハヒフヘホウ"].map((kana) => [kana, kana === "ウ" ? "ヴ" : String.fromCharCode(kana.charCodeAt(0) + 1)]),
);

// The minus U+FF0D is left as it is: it is the commonest no-data mark and must stay apart from a hyphen.
const NEEDS_WIDTH =
  /[\uff01-\uff0c\uff0e-\uff5e\uff61-\uff9f\u2e80-\u2fdf\uf900-\ufaff\u32c0-\u32cb\u32ff\u337b-\u337e\u332b\ufe6a\u301c\u223c~\u2215\u2044\u00a5\u00a0\u2000-\u200b\u202f\u3000\ufeff]/;
const COMPATIBLE = /[\u2e80-\u2fdf\uf900-\ufaff\u32c0-\u32cb\u32ff\u337b-\u337e\u332b]/;

/**
 * 全角・半角をそろえる — digits, letters, brackets and signs become narrow, kana wide; spaces and dashes keep their places.
 *
 * shape  every wave dash becomes "～", every slash "/"; －, —, ー and the other dashes stay apart; ① stays ①
 */
export function unifyWidth(text: string): string {
  if (!NEEDS_WIDTH.test(text)) return text;
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xff5e || code === 0x301c || code === 0x223c || code === 0x7e) out += "～";
    else if (code >= 0xff01 && code <= 0xff5d && code !== 0xff0d) out += String.fromCharCode(code - 0xfee0);
    else if (code >= 0xff61 && code <= 0xff9f) {
      const kana = FULL_KANA[HALF_KANA.indexOf(text[i]!)]!;
      const next = text.charCodeAt(i + 1);
      if (next === 0xff9e && VOICED[kana]) {
        out += VOICED[kana];
        i++;
      } else if (next === 0xff9f && "ハヒフヘホ".includes(kana)) {
        out += String.fromCharCode(kana.charCodeAt(0) + 2);
        i++;
      } else out += kana;
    } else if (code === 0x3000 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f) out += " ";
    else if (code === 0x200b || code === 0xfeff) continue;
    else if (code === 0x2215 || code === 0x2044) out += "/";
    else if (code === 0xfe6a) out += "%";
    else out += COMPATIBLE.test(text[i]!) ? text[i]!.normalize("NFKC") : text[i]!;
  }
  return out;
}

const SPACES = /\s+/g;
const SPACE = /\s/;
// A space between two narrow characters may separate figures or words; any other space is only typesetting.
const TYPESETTING = /(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g;

/**
 * 文字をそろえる — one width, no typesetting spaces: "内　　容" → "内容", "9日と 3時間" → "9日と3時間".
 *
 * shape  spaces between two narrow characters stay as one space; dashes, long-vowel marks and circled numbers are kept
 */
export function normalizeText(text: string): string {
  const unified = unifyWidth(text);
  if (!SPACE.test(unified)) return unified;
  return unified.replace(SPACES, " ").trim().replace(TYPESETTING, "");
}

/** 空白を除く — one width and no spaces at all, for looking words up. */
export function compactText(text: string): string {
  const unified = unifyWidth(text);
  return SPACE.test(unified) ? unified.replace(SPACES, "") : unified;
}

// A bare number counts as numbering only with a closing sign or a space and a word after it; a figure keeps its number.
const NUMBERING =
  /^(?:[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇⒈-⒛Ⓐ-ⓩ㋐-㋾]|[(〔[]\s*(?:\d{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[ⅰ-ⅹ]|[IVX]{1,4}|[ア-ン]|[一二三四五六七八九十]{1,2}|[a-zA-Z])\s*[)〕\]]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,2}(?=[\s.．、:-]|[^0-9A-Za-z]|$)|[ⅰ-ⅹ]|第\s*[\d一二三四五六七八九十]{1,3}\s*[章節項](?=\s|[^\d])|[IVX]{1,4}(?=[\s.、])|\d{1,2}\s*[)）]|\d{1,2}(?:[-－–.]\d{1,2}){0,2}\s*[.．、](?!\d)|\d{1,2}(?:[-－–]\d{1,2}){1,2}(?=\s|[^\d\s.年月/%-])|\d{1,2}(?=\s+(?![人名件日時年月歳割級か箇カヶ所校団講回週才点])[ぁ-んァ-ヶ一-龠「【])|[ア-オカ-コ](?=[\s.、)])|[a-zA-Z][.)](?=\s*[^\s0-9A-Za-z])|[一二三四五六七八九十]{1,2}(?=[\s.、])|[■□◆◇●○◎▼▽★☆・➢➤▶▷〇])[\s.．、:)]*/;

/**
 * 番号を分ける — ①, (1), 1-2, ア, Ⅳ, 1. before the words; "numbering" is "" when there is none.
 *
 * silent  figures such as 5日以上, 1年未満, 2級, 3日 keep their number
 */
export function stripNumbering(text: string): { readonly numbering: string; readonly rest: string } {
  const unified = unifyWidth(text).trim();
  let numbering = "";
  let rest = unified;
  for (let depth = 0; depth < 3; depth++) {
    const found = NUMBERING.exec(rest);
    if (!found || found[0].length === rest.length) break;
    numbering += found[0].trim();
    rest = rest.slice(found[0].length);
  }
  return { numbering, rest };
}
