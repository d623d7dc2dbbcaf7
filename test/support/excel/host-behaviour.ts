import type { FaultCode } from "./excel-fault";

/** 失敗の指定 — the request (counted from 1, clean-up not counted) that fails, at an action of its own or before the first. */
export interface PlannedFailure {
  readonly request: number;
  /** Counted from 0; what the request did before it stays. */
  readonly action?: number;
  readonly code: FaultCode;
}

/** 5 MB — the limit of Excel on the web for a request and for a response. */
export const WEB_LIMIT = 5 * 1024 * 1024;

/**
 * ホストの振る舞い — how the simulated Excel behaves towards its clients; a test sets it and changes it while it runs.
 */
export class HostBehaviour {
  /** Somebody types into a cell: every batch is refused with 5004, or waits if it said delayForCellEdit, until `endEdit`. */
  isEditing = false;
  /** Bytes a request may have; null for no limit. */
  requestLimit: number | null = null;
  /** Bytes an answer may have; null for no limit. */
  responseLimit: number | null = null;
  /** Requests are taken and never answered. */
  isSilent = false;
  readonly failures: PlannedFailure[] = [];
  /** Members that a run with mergeUndoGroup may not use: it is refused with UndoNotSupported before it does anything. */
  readonly notUndoable = new Set<string>();
  /** Comes before each request counted: a test changes cells here, as somebody else would. */
  beforeRequest: ((n: number) => void | Promise<void>) | undefined;
  /** Answers wait for this promise: the test says when. */
  pause: Promise<void> | undefined;
  private readonly waiting: Array<() => void> = [];

  endEdit(): void {
    this.isEditing = false;
    for (const go of this.waiting.splice(0)) go();
  }

  /** Resolves when nobody types any more. */
  untilEdited(): Promise<void> {
    return this.isEditing ? new Promise((resolve) => this.waiting.push(resolve)) : Promise.resolve();
  }

  /** How many batches wait for the end of the typing. */
  get waitingCount(): number {
    return this.waiting.length;
  }

  failureOf(request: number): PlannedFailure | undefined {
    return this.failures.find((failure) => failure.request === request);
  }
}
