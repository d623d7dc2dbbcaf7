import { Button, Checkbox } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { useWords, type Words } from "./language";

const words: Words<{ readonly title: string; readonly hint: string; readonly none: string; readonly apply: string }> = {
  ja: {
    title: "管理職にあたる級",
    hint: "選ばなければ、数値と職名から分かるときだけ推定します。",
    none: "級の名前がある表は見つかっていません。",
    apply: "この範囲で点検し直す",
  },
  en: {
    title: "Grades that are managers",
    hint: "With none picked, they are inferred where figures and titles tell.",
    none: "No table names grades.",
    apply: "Check again with these",
  },
};

/** 管理職の範囲 — picked from the names of grades that were read. */
export function ManagerGrades(props: { grades: readonly string[]; picked: readonly string[] | null; onPick: (grades: readonly string[] | null) => void }): ReactElement {
  const say = useWords(words);
  const { grades, picked, onPick } = props;
  const [draft, setDraft] = useState<ReadonlySet<string>>();
  const held = new Set(picked ?? []);
  const shown = draft ?? held;
  const names = [...new Set([...grades, ...held])];
  const isChanged = names.some((name) => shown.has(name) !== held.has(name));
  const toggle = (name: string): void => {
    const next = new Set(shown);
    if (!next.delete(name)) next.add(name);
    setDraft(next);
  };
  const apply = (): void => {
    onPick(shown.size > 0 ? names.filter((name) => shown.has(name)) : null);
    setDraft(undefined);
  };
  return (
    <fieldset className="setting-group">
      <legend>{say.title}</legend>
      <p className="muted">{names.length > 0 ? say.hint : say.none}</p>
      <div className="choices">
        {names.map((name) => (
          <Checkbox key={name} size="medium" label={name} checked={shown.has(name)} onChange={() => toggle(name)} />
        ))}
      </div>
      {isChanged && (
        <Button size="small" appearance="primary" onClick={apply}>
          {say.apply}
        </Button>
      )}
    </fieldset>
  );
}
