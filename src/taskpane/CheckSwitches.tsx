import { Button, Checkbox } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { CheckView } from "../inspection/inspection-view";
import { useSay, useWords, type Words } from "./language";

const words: Words<{ readonly title: (on: number, all: number) => string; readonly hint: string; readonly optional: (name: string) => string; readonly apply: string }> = {
  ja: {
    title: (on, all) => `点検の項目（${all} のうち ${on} が入）`,
    hint: "要らない項目は切れます。「任意」は、入れたときだけ点検します。",
    optional: (name) => `${name}（任意）`,
    apply: "この項目で点検し直す",
  },
  en: {
    title: (on, all) => `Checks (${on} of ${all} are on)`,
    hint: "Switch off what you do not need. Optional ones run only when switched on.",
    optional: (name) => `${name} (optional)`,
    apply: "Check again with these",
  },
};

type Switched = { readonly [id: string]: boolean };

/** 点検の項目 — each check switched on or off; only what differs from the default is kept. */
export function CheckSwitches(props: { checks: readonly CheckView[]; switched: Switched; onSwitch: (checks: Switched) => void }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const { checks, switched, onSwitch } = props;
  const [draft, setDraft] = useState<Switched>();
  const shown = draft ?? switched;
  const isOn = ({ id, isOptional }: CheckView, by: Switched): boolean => by[id] ?? !isOptional;
  const isChanged = checks.some((check) => isOn(check, shown) !== isOn(check, switched));
  const apply = (): void => {
    const known = new Set(checks.map(({ id }) => id));
    const strangers = Object.entries(switched).filter(([id]) => !known.has(id));
    const decided = checks.filter((check) => isOn(check, shown) === check.isOptional).map((check): [string, boolean] => [check.id, isOn(check, shown)]);
    onSwitch(Object.fromEntries([...strangers, ...decided]));
    setDraft(undefined);
  };
  // Optional ones first: the others are on anyway.
  const ordered = [...checks.filter(({ isOptional }) => isOptional), ...checks.filter(({ isOptional }) => !isOptional)];
  return (
    <details className="fold setting-fold">
      <summary>{say.title(checks.filter((check) => isOn(check, shown)).length, checks.length)}</summary>
      <p className="muted">{say.hint}</p>
      <ul>
        {ordered.map((check) => (
          <li key={check.id}>
            <Checkbox
              size="medium"
              label={check.isOptional ? say.optional(sentence(check.name)) : sentence(check.name)}
              checked={isOn(check, shown)}
              onChange={(_, data) => setDraft({ ...shown, [check.id]: data.checked === true })}
            />
          </li>
        ))}
      </ul>
      {isChanged && (
        <Button size="small" appearance="primary" onClick={apply}>
          {say.apply}
        </Button>
      )}
    </details>
  );
}
