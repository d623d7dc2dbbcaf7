import { Button, Field, Select } from "@fluentui/react-components";
import { useState, type FormEvent, type ReactElement, type ReactNode } from "react";
import type { CorrectionHeading, LineView, TargetSort } from "../inspection/inspection-view";
import type { OwnIndicator, ReadingCorrection } from "../model/profile";
import { correctionWords } from "./correction-words";
import { correctLine, correctTable, correctTarget, correctYear, type PickedReading } from "./edit-corrections";
import { IndicatorSelect } from "./IndicatorSelect";
import { useLanguage, useWords } from "./language";
import { writeYear } from "./year";

type OnCorrect = (correction: ReadingCorrection) => void;

function Form(props: { label: string; isReady: boolean; onApply: () => void; onCancel: () => void; children: ReactNode }): ReactElement {
  const terms = useWords(correctionWords);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onApply();
  };
  return (
    <form className="correction" aria-label={props.label} onSubmit={submit}>
      {props.children}
      <div className="correction-actions">
        <Button type="submit" size="small" appearance="primary" disabled={!props.isReady}>
          {terms.apply}
        </Button>
        <Button size="small" onClick={props.onCancel}>
          {terms.cancel}
        </Button>
      </div>
    </form>
  );
}

const roles = ["value", "numerator", "denominator", "part"] as const;
const sexes = ["all", "male", "female"] as const;
const targets: readonly TargetSort[] = ["at-least", "at-most", "direction-only", "reference"];

/** 行の読み方を直す — indicator, role and people of a line, picked. */
export function LineForm(props: { label: string; line: LineView; own: readonly OwnIndicator[]; onCorrect: OnCorrect; onCancel: () => void }): ReactElement {
  const terms = useWords(correctionWords);
  const { line } = props;
  const read: PickedReading = { indicator: line.indicatorId ?? "", role: line.role === "target" ? "value" : line.role, sex: line.sex ?? "all" };
  const [picked, setPicked] = useState(read);
  const isIgnored = picked.indicator === "ignore";
  return (
    <Form label={props.label} isReady onApply={() => props.onCorrect(correctLine(line.heading, read, picked))} onCancel={props.onCancel}>
      <Field label={terms.indicator} size="small">
        <IndicatorSelect value={picked.indicator} own={props.own} onPick={(indicator) => setPicked({ ...picked, indicator })} />
      </Field>
      {!line.isPartOfCell && !isIgnored && (
        <Field label={terms.role} size="small">
          <Select size="small" value={picked.role} onChange={(_, data) => setPicked({ ...picked, role: roles.find((role) => role === data.value) ?? picked.role })}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {terms.roles[role]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {!isIgnored && (
        <Field label={terms.sex} size="small">
          <Select size="small" value={picked.sex} onChange={(_, data) => setPicked({ ...picked, sex: sexes.find((sex) => sex === data.value) ?? picked.sex })}>
            {sexes.map((sex) => (
              <option key={sex} value={sex}>
                {terms.sexes[sex]}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </Form>
  );
}

/** 目標の種類を直す — how a target is held against the actuals, picked. */
export function TargetForm(props: { label: string; heading: CorrectionHeading; read: TargetSort; onCorrect: OnCorrect; onCancel: () => void }): ReactElement {
  const terms = useWords(correctionWords);
  const [picked, setPicked] = useState(props.read);
  return (
    <Form label={props.label} isReady onApply={() => props.onCorrect(correctTarget(props.heading, picked))} onCancel={props.onCancel}>
      <Field label={terms.target} size="small">
        <Select size="small" value={picked} onChange={(_, data) => setPicked(targets.find((sort) => sort === data.value) ?? picked)}>
          {targets.map((sort) => (
            <option key={sort} value={sort}>
              {terms.targets[sort]}
            </option>
          ))}
        </Select>
      </Field>
    </Form>
  );
}

/** 表の読み方を直す — one indicator for all its lines, picked. */
export function TableForm(props: {
  label: string;
  heading: CorrectionHeading;
  read: string | null;
  own: readonly OwnIndicator[];
  onCorrect: OnCorrect;
  onCancel: () => void;
}): ReactElement {
  const terms = useWords(correctionWords);
  const [picked, setPicked] = useState(props.read);
  return (
    <Form label={props.label} isReady={picked !== null} onApply={() => picked !== null && props.onCorrect(correctTable(props.heading, picked))} onCancel={props.onCancel}>
      <Field label={terms.indicator} size="small">
        <IndicatorSelect value={picked} own={props.own} onPick={setPicked} />
      </Field>
    </Form>
  );
}

/** Plans run five years or ten; a heading is seldom farther off than this. */
const YEARS_AROUND = 12;

/** 見出しの年を直す — the year of a heading, picked. */
export function YearForm(props: { label: string; heading: CorrectionHeading; read: number; onCorrect: OnCorrect; onCancel: () => void }): ReactElement {
  const terms = useWords(correctionWords);
  const language = useLanguage();
  const [picked, setPicked] = useState(props.read);
  const years = Array.from({ length: YEARS_AROUND * 2 + 1 }, (_, i) => props.read - YEARS_AROUND + i);
  return (
    <Form label={props.label} isReady onApply={() => props.onCorrect(correctYear(props.heading, picked))} onCancel={props.onCancel}>
      <Field label={terms.year} size="small">
        <Select size="small" value={String(picked)} onChange={(_, data) => setPicked(Number(data.value))}>
          {years.map((year) => (
            <option key={year} value={year}>
              {language === "ja" ? `${writeYear(year, language)}（${year}年）` : String(year)}
            </option>
          ))}
        </Select>
      </Field>
    </Form>
  );
}
