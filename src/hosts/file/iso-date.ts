/**
 * ISO日付を通し番号に — "2022-04-01T09:00:00" as a cell of kind "d" holds it → its serial.
 *
 * none  undefined when it is no date or time
 */
export function readIsoDate(text: string, date1904: boolean): number | undefined {
  const found = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text);
  if (!found || text === "") return undefined;
  const time = (Number(found[4] ?? 0) * 3600 + Number(found[5] ?? 0) * 60 + Number(found[6] ?? 0)) / 86400;
  if (found[1] === undefined) return time;
  const days = (Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) - Date.UTC(1899, 11, 30)) / 86400000;
  // Serials up to 60 stand one lower: the count holds a 29 February 1900 that never was.
  return time + (date1904 ? days - 1462 : days < 61 ? days - 1 : days);
}
