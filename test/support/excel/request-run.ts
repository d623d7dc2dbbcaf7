import { ExcelFault, notSimulated } from "./excel-fault";
import { answerQuery, identify } from "./query";
import { ACTION, type Action, type ArgumentInfo, type ObjectPath, PATH, type RequestBody, type ResponseBody } from "./request-body";
import { SimObject } from "./sim-object";

/** 保管 — objects the clients keep beyond a request, by reference id. */
export class References {
  private readonly kept = new Map<string, SimObject>();
  private last = 0;

  keep(object: SimObject): void {
    object.referenceId ??= `ref-${++this.last}`;
    this.kept.set(object.referenceId, object);
  }

  drop(id: string): void {
    this.kept.delete(id);
  }

  find(id: string): SimObject | undefined {
    return this.kept.get(id);
  }

  get size(): number {
    return this.kept.size;
  }
}

/** 根 — the workbook, and whatever else a client may ask for by type. */
export interface Roots {
  readonly workbook: SimObject;
  readonly references: References;
  newObject(type: string): SimObject;
}

/**
 * 要求を行う — the actions in their order; each path is resolved once, when it is first needed.
 *
 * shape  the first refusal ends the request: what was done before it stays
 */
export function runRequest(body: RequestBody, roots: Roots, beforeAction: (index: number) => void): ResponseBody {
  const resolved = new Map<number, SimObject | null>();
  const results: Array<{ ActionId: number; Value: unknown }> = [];
  const traces: number[] = [];
  const run = { body, roots, resolved };
  for (const [index, action] of body.Actions.entries()) {
    try {
      beforeAction(index);
      const value = runAction(run, action);
      if (action.ActionType === ACTION.trace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: value });
    } catch (error) {
      if (!(error instanceof ExcelFault)) throw error;
      const location = `${resolved.get(action.ObjectPathId)?.className ?? ""}.${action.Name}`;
      return { Error: { Code: error.code, Message: error.message, Location: location, ActionIndex: index, HttpStatusCode: error.status }, Results: results, TraceIds: traces };
    }
  }
  return { Error: null, Results: results, TraceIds: traces };
}

interface Run {
  readonly body: RequestBody;
  readonly roots: Roots;
  readonly resolved: Map<number, SimObject | null>;
}

function runAction(run: Run, action: Action): unknown {
  if (action.ActionType === ACTION.trace) return null;
  const object = resolve(run, action.ObjectPathId);
  switch (action.ActionType) {
    case ACTION.instantiate:
      return object && identify(object);
    case ACTION.query:
      return object && answerQuery(object, action.QueryInfo ?? {});
    case ACTION.method:
      return object && callOn(run, object, action);
    case ACTION.setProperty:
      if (object) object.setProperty(action.Name, argumentsOf(run, action.ArgumentInfo)[0]);
      return null;
    default:
      throw notSimulated(`action type ${action.ActionType}`);
  }
}

function callOn(run: Run, object: SimObject, action: Action): unknown {
  if (action.Name === "_KeepReference") {
    run.roots.references.keep(object);
    return null;
  }
  const args = argumentsOf(run, action.ArgumentInfo);
  if (action.Name === "_RemoveReference") {
    run.roots.references.drop(String(args[0]));
    return null;
  }
  return object.callMethod(action.Name, args) ?? null;
}

function resolve(run: Run, id: number): SimObject | null {
  const known = run.resolved.get(id);
  if (known !== undefined) return known;
  const path = run.body.ObjectPaths[String(id)];
  if (!path) throw new ExcelFault("GeneralException", `SIM: no object path ${id}`);
  const object = resolvePath(run, path);
  run.resolved.set(id, object);
  return object;
}

function resolvePath(run: Run, path: ObjectPath): SimObject | null {
  switch (path.ObjectPathType) {
    case PATH.root:
      return run.roots.workbook;
    case PATH.newObject:
      return run.roots.newObject(path.Name);
    case PATH.nullObject:
      return null;
    case PATH.reference: {
      const kept = run.roots.references.find(path.Name);
      if (!kept) throw new ExcelFault("InvalidReference", `SIM: the reference ${path.Name} was removed`);
      return kept;
    }
  }
  const parent = resolve(run, path.ParentObjectPathId ?? 0);
  if (!parent) return null;
  const args = argumentsOf(run, path.ArgumentInfo);
  if (path.ObjectPathType === PATH.property) return asObject(parent.getProperty(path.Name), `${parent.className}.${path.Name}`);
  if (path.ObjectPathType === PATH.method) return asObject(parent.callMethod(path.Name, args), `${parent.className}.${path.Name}()`);
  if (path.ObjectPathType === PATH.indexer) return parent.item(args[0]);
  throw notSimulated(`object path type ${path.ObjectPathType}`);
}

function asObject(value: unknown, member: string): SimObject | null {
  if (value === null || value instanceof SimObject) return value;
  throw new ExcelFault("GeneralException", `SIM: ${member} gives no object`);
}

function argumentsOf(run: Run, info: ArgumentInfo | undefined): unknown[] {
  const references = info?.ReferencedObjectPathIds ?? [];
  return (info?.Arguments ?? []).map((argument, i) => {
    const reference = references[i];
    if (typeof reference === "number" && reference > 0) return resolve(run, reference);
    return replaceObjects(run, argument);
  });
}

/** Objects inside of plain values stand there by the number of their path. */
function replaceObjects(run: Run, value: unknown): unknown {
  if (Array.isArray(value)) return value.some((part) => typeof part === "object" && part !== null) ? value.map((part) => replaceObjects(run, part)) : value;
  if (typeof value !== "object" || value === null) return value;
  const id: unknown = Reflect.get(value, "_ObjectPathId");
  if (typeof id === "number") return resolve(run, id);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replaceObjects(run, part)]));
}
