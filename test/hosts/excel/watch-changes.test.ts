import type { Edit } from "../../../src/model/edit";
import type { HostRefusal } from "../../../src/hosts/host";
import { openText, type OpenedExcel } from "./open-excel";

const TEXT = "== sheet 実績\n| 取得率 | 0.5<0.0%> |";
const EDIT: Edit = { kind: "set-cell", sheet: "実績", row: 0, col: 2, was: { value: null, formula: null }, value: 1, formula: null, format: null };

let opened: OpenedExcel;
let changes: number;
beforeEach(async () => {
  opened = await openText(TEXT);
  changes = 0;
});
afterEach(() => opened.close());

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
const listen = async (): Promise<() => void> => {
  const end = opened.host.listen(() => changes++);
  await settle();
  return end;
};

test("what the user and a co-author type is told", async () => {
  await listen();
  opened.excel.type("実績!B1", 0.4);
  opened.excel.type("実績!B1", 0.3, { isRemote: true });
  await settle();
  expect(changes).toBe(2);
});

test("what we write ourselves is not", async () => {
  await listen();
  await opened.host.apply([EDIT]);
  await settle();
  expect([changes, opened.excel.cell("実績!C1")!.value]).toEqual([0, 1]);
  opened.excel.type("実績!B1", 0.4);
  await settle();
  expect(changes).toBe(1);
});

test("registering is one round trip for all sheets, and hearing asks nothing of Excel", async () => {
  await listen();
  expect(opened.excel.log.roundTrips).toBe(1);
  opened.excel.type("実績!B1", 0.4);
  await settle();
  expect(opened.excel.log.roundTrips).toBe(1);
});

test("after the end nothing is told, and Excel does not tell us", async () => {
  const end = await listen();
  end();
  end();
  opened.excel.type("実績!B1", 0.4);
  await settle();
  expect(changes).toBe(0);
  expect([...opened.excel.book.registered.values()].every((count) => count === 0)).toBe(true);
});

test("an end before Excel has answered holds too", async () => {
  opened.host.listen(() => changes++)();
  await settle();
  opened.excel.type("実績!B1", 0.4);
  await settle();
  expect(changes).toBe(0);
  expect([...opened.excel.book.registered.values()].every((count) => count === 0)).toBe(true);
});

test("an Excel that does not let us listen is told of: nobody can say then that nothing changed", async () => {
  opened.excel.behaviour.failures.push({ request: 1, code: "AccessDenied" }, { request: 2, code: "AccessDenied" });
  const refusals: HostRefusal[] = [];
  opened.host.listen(
    () => changes++,
    (refusal) => refusals.push(refusal),
  );
  opened.host.listen(() => changes++);
  await settle();
  expect([refusals.map(({ reason }) => reason), changes]).toEqual([["protected"], 1]);
});
