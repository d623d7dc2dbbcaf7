import type { Place } from "../model/cell";
import type { Sentence, Severity } from "../model/finding";
import type { Observation } from "../model/observation";
import type { Relations } from "./relations";

/** 根拠 — a cell a finding rests on: a figure that was read, or a bare place. */
export type Evidence = Observation | Place;

/**
 * 点検の結果ひとつ — what a check says at one place.
 *
 * shape  `facts` go through the check's own sentences; `question` asks about the reading instead of the sheet;
 *        `missing` says that the rule could not be looked at here
 */
export type Speech<Facts> =
  | {
      readonly at: Evidence;
      /** The figure it speaks of, where it stands in another cell. */
      readonly about?: Observation;
      readonly related?: readonly Evidence[];
      readonly facts: Facts;
      readonly severity?: Severity;
      readonly fix?: string;
      readonly arithmetic?: Sentence;
    }
  | { readonly at: Evidence; readonly related?: readonly Evidence[]; readonly question: Sentence }
  | { readonly at: Evidence; readonly missing: Sentence };

/**
 * 指摘の原因 — findings of one cause at one cell are one thing to the reader of the sheet; the runner keeps the first.
 *
 * shape  state: a figure where none can be, or none where one must be, or another elsewhere; sum: figures that do not add up;
 *        past: another figure than before
 */
export type Cause = "state" | "sum" | "unit" | "period" | "past" | "target" | "notation" | "text";

/** 点検の定義 — one rule: what it needs, when it speaks, and both sentences beside it. */
export interface CheckDefinition<Need extends keyof Relations, Facts> {
  /** The noun in its failing state; also the name of the file. */
  readonly id: string;
  readonly severity: Severity;
  readonly cause: Cause;
  /** Off unless the profile switches it on. */
  readonly isOptional?: boolean;
  readonly needs: readonly Need[];
  run(relations: Pick<Relations, Need>): Iterable<Speech<Facts>>;
  readonly say: { readonly ja: (facts: Facts) => string; readonly en: (facts: Facts) => string };
}

/** 言われたこと — a speech with its sentences made. */
export type Utterance =
  | {
      readonly kind: "finding";
      readonly at: Evidence;
      readonly about: Observation | undefined;
      readonly related: readonly Evidence[];
      readonly severity: Severity;
      readonly message: Sentence;
      readonly arithmetic: Sentence | undefined;
      readonly fix: string | undefined;
    }
  | { readonly kind: "missing"; readonly at: Evidence; readonly missing: Sentence };

/** 点検 — a rule as the runner sees it. */
export interface Check {
  readonly id: string;
  readonly severity: Severity;
  readonly cause: Cause;
  readonly isOptional: boolean;
  readonly needs: readonly (keyof Relations)[];
  inspect(relations: Relations): Iterable<Utterance>;
}

/** 点検を定義する — ties a rule to its sentences, so that the facts of the one are the facts of the other. */
export function defineCheck<Need extends keyof Relations, Facts>(definition: CheckDefinition<Need, Facts>): Check {
  const { id, severity, cause, isOptional = false, needs, say } = definition;
  return {
    id,
    severity,
    cause,
    isOptional,
    needs,
    *inspect(relations) {
      for (const speech of definition.run(relations)) {
        if ("missing" in speech) yield { kind: "missing", at: speech.at, missing: speech.missing };
        else if ("question" in speech)
          yield {
            kind: "finding",
            at: speech.at,
            about: undefined,
            related: speech.related ?? [],
            severity: "warning",
            message: speech.question,
            arithmetic: undefined,
            fix: undefined,
          };
        else
          yield {
            kind: "finding",
            at: speech.at,
            about: speech.about,
            related: speech.related ?? [],
            severity: speech.severity ?? severity,
            message: { ja: say.ja(speech.facts), en: say.en(speech.facts) },
            arithmetic: speech.arithmetic,
            fix: speech.fix,
          };
      }
    },
  };
}

/** 場所 — the place of a piece of evidence. */
export function placeOf(evidence: Evidence): Place {
  return "at" in evidence ? evidence.at : evidence;
}
