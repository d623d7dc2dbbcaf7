/** 記録の一歩 — one step of the battery: how it ended, and what the library logged meanwhile. */
export interface TranscriptStep {
  readonly name: string;
  readonly error: { readonly code: string | null; readonly message: string } | null;
  readonly lines: readonly string[];
}

/** 記録 — what the battery gives back, in a real Excel or in the simulated one. */
export interface Transcript {
  readonly platform: string;
  readonly version: string;
  readonly steps: readonly TranscriptStep[];
}

/** 往復 — a request and its answer, without what differs from run to run. */
export interface Exchange {
  readonly request: unknown;
  /** The code of the error, null when all went well. */
  readonly error: string | null;
  /** Results by the number of their action. */
  readonly results: ReadonlyMap<number, unknown>;
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } => typeof value === "object" && value !== null && !Array.isArray(value);

/** 往復を読む — the exchanges in the lines of a log. @throws Error when a request has no answer, or an answer no body */
export function readExchanges(lines: readonly string[]): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  let request: unknown;
  for (const [i, line] of lines.entries()) {
    if (line === "Request:") {
      if (request !== undefined) throw new Error("a request has no answer");
      request = evenOut(JSON.parse(lines[i + 1] ?? ""));
    }
    if (line !== "Response:" || request === undefined) continue;
    const body = findBody(JSON.parse(lines[i + 1] ?? ""));
    if (!body) throw new Error(`an answer has no body: ${lines[i + 1]?.slice(0, 200)}`);
    exchanges.push({ request, ...body });
    request = undefined;
  }
  if (request !== undefined) throw new Error("a request has no answer");
  return exchanges;
}

/** The envelope of an answer differs by platform; what is inside does not. */
function findBody(value: unknown): Omit<Exchange, "request"> | undefined {
  if (typeof value === "string") return value.startsWith("{") ? findBody(JSON.parse(value)) : undefined;
  if (Array.isArray(value)) return value.map(findBody).find((body) => body !== undefined);
  if (!isObject(value)) return undefined;
  if (Array.isArray(value["Results"])) {
    const error = value["Error"];
    return {
      error: isObject(error) ? String(error["Code"]) : null,
      results: new Map(value["Results"].filter(isObject).map((one) => [Number(one["ActionId"]), evenOut(one["Value"])])),
    };
  }
  return Object.values(value)
    .map(findBody)
    .find((body) => body !== undefined);
}

const REFERENCE = 6;

/** Ids of sheets, parts and kept objects are given anew each time. */
function evenOut(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/\{?[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}?/gi, "{id}");
  if (Array.isArray(value)) return value.map(evenOut);
  if (!isObject(value)) return value;
  const isIdHere = (key: string): boolean =>
    key === "_ReferenceId" || key === "Id" || (key === "Name" && value["ObjectPathType"] === REFERENCE) || (key === "ArgumentInfo" && value["Name"] === "_RemoveReference");
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, isIdHere(key) && typeof inner !== "number" ? "{id}" : evenOut(inner)]));
}

/** 違いを挙げる — where two transcripts of the battery differ, one sentence each. `real` is Excel's. */
export function compareTranscripts(real: Transcript, simulated: Transcript): readonly string[] {
  return real.steps.flatMap((step) => {
    const other = simulated.steps.find(({ name }) => name === step.name);
    if (!other) return [`${step.name}: the simulated Excel was not asked.`];
    const differences: string[] = [];
    if ((step.error?.code ?? null) !== (other.error?.code ?? null))
      differences.push(`${step.name}: Excel ends with ${step.error?.code ?? "no error"}, the simulated one with ${other.error?.code ?? "no error"}.`);
    const [exchanges, others] = [readExchanges(step.lines), readExchanges(other.lines)];
    if (exchanges.length !== others.length) return [...differences, `${step.name}: ${exchanges.length} requests with Excel, ${others.length} with the simulated one.`];
    return [...differences, ...exchanges.flatMap((exchange, i) => compareExchange(`${step.name}, request ${i + 1}`, exchange, others[i]!))];
  });
}

function compareExchange(place: string, real: Exchange, simulated: Exchange): readonly string[] {
  // Another request gets another answer: only the requests are worth a look then.
  if (JSON.stringify(real.request) !== JSON.stringify(simulated.request)) return [`${place}: the requests differ, so that the answers cannot be compared.`];
  const differences: string[] = [];
  if (real.error !== simulated.error) differences.push(`${place}: Excel answers ${real.error ?? "without an error"}, the simulated one ${simulated.error ?? "without an error"}.`);
  for (const id of new Set([...real.results.keys(), ...simulated.results.keys()])) {
    const [one, other] = [real.results, simulated.results].map((results) => (results.has(id) ? JSON.stringify(results.get(id)) : "nothing"));
    if (one !== other) differences.push(`${place}, action ${id}: Excel answers ${one}, the simulated one ${other}.`);
  }
  return differences;
}
