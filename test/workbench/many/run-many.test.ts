import type { CheckedPicked, ManySettings } from "../../../src/workbench/many/checked-picked";
import type { PickedFile } from "../../../src/workbench/many/collect-files";
import { askRollUp, runMany } from "../../../src/workbench/many/run-many";
import { checked, type Dealing, FakeManyPorts } from "./fake-many-port";

const settings: ManySettings = { lang: "ja", asOf: "2026-06-01", profile: undefined, version: "1.2.3" };
const files = ["1.xlsx", "2.xlsx", "3.xlsx"].map((name, place) => [place, { path: name, file: new File(["x"], name) }] as const);

async function runWith(deal: (picked: PickedFile) => Dealing, { timeoutSeconds = 600, stopAt = "" }: { timeoutSeconds?: number; stopAt?: string } = {}) {
  const ports = new FakeManyPorts(deal);
  const control = new AbortController();
  const ends: [number, CheckedPicked][] = [];
  await runMany(files, {
    makePort: ports.make,
    settings,
    timeoutSeconds,
    signal: control.signal,
    onStart: (place) => files[place]![1].path === stopAt && setTimeout(() => control.abort(), 5),
    onShare: () => undefined,
    onEnd: (place, end) => ends.push([place, end]),
  });
  return { ports, ends };
}

test("one after the other in one worker, which is let go at the end", async () => {
  const { ports, ends } = await runWith((picked) => checked(picked));
  expect(ends.map(([place]) => place)).toEqual([0, 1, 2]);
  expect(ports).toMatchObject({ started: 1, ended: 1 });
});

test.each([
  { what: "takes too long", dealing: "silent", reason: "timed-out", says: /^0\.05 秒以内に点検が終わりませんでした。.+。$/ },
  { what: "takes the worker down", dealing: "breaks", reason: "crashed", says: /不具合が起きました（1\.2\.3：out of memory）。/ },
  { what: "meets a mistake of ours", dealing: "mistake", reason: "crashed", says: /不具合が起きました（1\.2\.3：boom）。/ },
] as const)("a file that $what is one line; the others are checked in another worker", async ({ dealing, reason, says }) => {
  const { ports, ends } = await runWith((picked) => (picked.path === "2.xlsx" ? dealing : checked(picked)), { timeoutSeconds: 0.05 });
  expect(ends.map(([, { counts }]) => counts !== null)).toEqual([true, false, true]);
  expect(ends[1]![1].refusal?.ja).toMatch(says);
  expect(ends[1]![1].totals.refusal?.reason).toBe(reason);
  expect(ports).toMatchObject({ started: 2, ended: 2 });
});

test("stopping ends the worker at once, and the file under way is not done", async () => {
  const { ports, ends } = await runWith((picked) => (picked.path === "2.xlsx" ? "silent" : checked(picked)), { stopAt: "2.xlsx" });
  expect(ends.map(([place]) => place)).toEqual([0]);
  expect(ports.asked.map(({ path }) => path)).toEqual(["1.xlsx", "2.xlsx"]);
  expect(ports.ended).toBeGreaterThanOrEqual(1);
});

test("the roll-up is made in a worker of its own", async () => {
  const ports = new FakeManyPorts((picked) => checked(picked));
  await expect(askRollUp(ports.make, [checked(files[0]![1]).totals])).resolves.toBeInstanceOf(ArrayBuffer);
  expect(ports).toMatchObject({ started: 1, ended: 1, rolledUp: [["1.xlsx"]] });
});
