import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runBatteryOnSimulated } from "./run-battery";
import { compareTranscripts, readExchanges, type Transcript } from "./transcript";

const folder = join(__dirname, "captured");
const captured = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];

let simulated: Transcript;
beforeAll(async () => {
  simulated = await runBatteryOnSimulated();
});

const codeOf = (name: string): string | null | undefined => simulated.steps.find((step) => step.name === name)?.error?.code;

test("the battery runs to its end, and its mistakes are refused", () => {
  expect(simulated.steps).toHaveLength(20);
  expect(simulated.steps.filter(({ error }) => error !== null).map(({ name }) => name)).toEqual([
    "a sheet that is not there",
    "a name that is taken",
    "values of another shape",
    "a property Excel does not have",
    "a batch that fails half way",
    "a locked cell is written to",
  ]);
  expect(codeOf("a sheet that is not there")).toBe("ItemNotFound");
  expect(codeOf("a locked cell is written to")).toBe("AccessDenied");
});

test("every step made requests, each with its answer", () => {
  for (const { lines } of simulated.steps) expect(readExchanges(lines).length).toBeGreaterThan(0);
});

// The second run stands in for what nobody has captured yet: other ids, the same answers.
test.each(["another run", ...captured])("%s has the answers of the simulated Excel", async (name) => {
  const real = name === "another run" ? await runBatteryOnSimulated() : (JSON.parse(readFileSync(join(folder, name), "utf8")) as Transcript);
  expect(compareTranscripts(real, simulated)).toEqual([]);
});

describe("a difference is told with its place", () => {
  const changed = (name: string, change: (line: string) => string): Transcript => ({
    ...simulated,
    steps: simulated.steps.map((step) => (step.name === name ? { ...step, lines: step.lines.map(change) } : step)),
  });

  test("another value", () => {
    const real = changed("what that batch left", (line) => line.replaceAll('[\\"before\\"],[\\"\\"]', '[\\"\\"],[\\"\\"]'));
    expect(compareTranscripts(real, simulated)).toEqual([
      expect.stringMatching(/^what that batch left, request 1, action \d+: Excel answers .*\[\[""\],\[""\]\].*, the simulated one .*\[\["before"\],\[""\]\]/),
    ]);
  });

  test("another error", () => {
    const real = changed("a locked cell is written to", (line) => line.replaceAll("AccessDenied", "GeneralException"));
    expect(compareTranscripts(real, simulated)).toEqual(["a locked cell is written to, request 1: Excel answers GeneralException, the simulated one AccessDenied."]);
  });

  test("another end", () => {
    const steps = simulated.steps.map((step) => (step.name === "a name that is taken" ? { ...step, error: null } : step));
    expect(compareTranscripts({ ...simulated, steps }, simulated)).toEqual(["a name that is taken: Excel ends with no error, the simulated one with ItemAlreadyExists."]);
  });

  test("another request", () => {
    const real = changed("the used range is read", (line) => line.replaceAll('"numberFormat"', '"valueTypes"'));
    expect(compareTranscripts(real, simulated)).toEqual(["the used range is read, request 1: the requests differ, so that the answers cannot be compared."]);
  });

  test("a request more, and a step the simulated one does not know", () => {
    const step = simulated.steps[0]!;
    const more = {
      ...simulated,
      steps: [
        { ...step, lines: [...step.lines, ...step.lines] },
        { ...step, name: "a new step" },
      ],
    };
    expect(compareTranscripts(more, simulated)).toEqual(["a new sheet: 2 requests with Excel, 1 with the simulated one.", "a new step: the simulated Excel was not asked."]);
  });
});

test("a log that is cut off is refused", () => {
  expect(() => readExchanges(["Request:", "{}"])).toThrow("a request has no answer");
  expect(() => readExchanges(["Request:", "{}", "Response:", '{"status":"failed"}'])).toThrow("an answer has no body");
});
