/** エクセルの断り — the codes Excel answers with, their sentence and their HTTP status. */
const FAULTS = {
  AccessDenied: ["You cannot perform the requested operation.", 403],
  ApiNotFound: ["The API you are trying to use could not be found. It may be available in a newer version of Excel.", 404],
  GeneralException: ["There was an internal error while processing the request.", 500],
  InvalidArgument: ["The argument is invalid or missing or has an incorrect format.", 400],
  InvalidOperation: ["The attempted operation is invalid on the object.", 400],
  InvalidReference: ["This reference is not valid for the current operation.", 400],
  InvalidSelection: ["The current selection is invalid for this operation.", 400],
  ItemAlreadyExists: ["A resource with the same name or identifier already exists.", 409],
  ItemNotFound: ["The requested resource doesn't exist.", 404],
  UndoNotSupported: ["The action cannot be undone.", 400],
  NotImplemented: ["The requested feature isn't implemented.", 501],
} as const;

/** 断りの符号 — what `error.code` says in the add-in. */
export type FaultCode = keyof typeof FAULTS;

/** 断り — the simulated Excel refuses an action; the batch ends here and what was written before stays. */
export class ExcelFault extends Error {
  readonly status: number;

  constructor(
    readonly code: FaultCode,
    message?: string,
  ) {
    super(message ?? FAULTS[code][0]);
    this.name = "ExcelFault";
    this.status = FAULTS[code][1];
  }
}

/** 模擬していない — a member that Excel has and this simulation lacks: it says so instead of answering undefined. */
export function notSimulated(member: string): ExcelFault {
  return new ExcelFault("ApiNotFound", `SIM: not simulated: ${member}`);
}
