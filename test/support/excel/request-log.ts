import type { RequestBody, ResponseBody } from "./request-body";

/** 要求の記録 — one request and how it was answered. */
export interface LoggedRequest {
  /** Counted from 1 without clean-up; 0 for what only removes references or belongs to the library's start. */
  readonly number: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly actions: number;
  readonly flags: number;
  readonly body: RequestBody;
  /** The error's code, or the host's number; null when all went well. */
  readonly refusal: string | null;
  readonly response: ResponseBody | null;
}

/** 片づけか — does a request only let go of objects, or report that the library has started? */
export function isHousekeeping(body: RequestBody): boolean {
  const calls = body.Actions.filter((action) => action.ActionType !== 1);
  return calls.length > 0 && calls.every((action) => action.Name === "_RemoveReference" || action.Name === "NotifyActionHandlerReady");
}

/** 記録 — all requests in their order, and the figures tests ask for. */
export class RequestLog {
  readonly all: LoggedRequest[] = [];

  add(request: LoggedRequest): void {
    this.all.push(request);
  }

  /** Requests of the add-in's own, without clean-up. */
  get counted(): readonly LoggedRequest[] {
    return this.all.filter((request) => request.number > 0);
  }

  get roundTrips(): number {
    return this.counted.length;
  }

  /** The largest request and the largest answer, in bytes. */
  get largest(): { readonly up: number; readonly down: number } {
    return { up: Math.max(0, ...this.counted.map((r) => r.bytesUp)), down: Math.max(0, ...this.counted.map((r) => r.bytesDown)) };
  }

  /** Names of the methods called and properties set, in their order. */
  get deeds(): readonly string[] {
    return this.counted.flatMap(({ body }) => body.Actions.filter((action) => action.Name !== "" && action.Name !== "_KeepReference").map((action) => action.Name));
  }

  clear(): void {
    this.all.length = 0;
  }
}
