import { useCallback, useMemo, useState } from "react";
import { HostRefusal } from "../hosts/host";
import type { Sentence } from "../model/finding";
import { Stopped } from "./worker-calls";

/** うまくいかなかったこと — a refusal is said; a mistake of ours goes to the error boundary; a stop needs no word. */
export interface Failures {
  readonly refusal: Sentence | undefined;
  readonly fail: (error: unknown) => void;
  /** Takes back what is said, or only this if it is what is said. */
  readonly clear: (only?: Sentence) => void;
}

/** うまくいかなかったことを受ける — where every step of the pane brings what was thrown. */
export function useFailures(): Failures {
  const [refusal, setRefusal] = useState<Sentence>();
  const [mistake, setMistake] = useState<Error>();
  // React only catches what is thrown while rendering.
  if (mistake) throw mistake;
  const fail = useCallback((error: unknown) => {
    if (error instanceof Stopped) return;
    if (error instanceof HostRefusal) setRefusal(error.sentence);
    else setMistake(error instanceof Error ? error : new Error(String(error)));
  }, []);
  const clear = useCallback((only?: Sentence) => setRefusal((said) => (only === undefined || said === only ? undefined : said)), []);
  return useMemo(() => ({ refusal, fail, clear }), [refusal, fail, clear]);
}
