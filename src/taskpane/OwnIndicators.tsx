import { Button } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { OwnIndicator } from "../model/profile";
import { useWords, type Words } from "./language";
import type { PaneState } from "./use-pane";

type Unit = OwnIndicator["unit"];
type Direction = OwnIndicator["direction"];

const words: Words<{
  readonly title: (count: number) => string;
  readonly hint: string;
  readonly fromCell: string;
  readonly noText: string;
  readonly known: (label: string) => string;
  readonly heading: string;
  readonly unit: string;
  readonly units: { readonly [unit in Unit]: string };
  readonly direction: string;
  readonly directions: { readonly [direction in Direction]: string };
  readonly add: string;
  readonly cancel: string;
  readonly remove: string;
  readonly removeOf: (label: string) => string;
}> = {
  ja: {
    title: (n) => `自組織の指標 ${n} 件`,
    hint: "一覧にない指標は、その見出しのセルを選んで加えられます。",
    fromCell: "選択中のセルの見出しから加える",
    noText: "選択中のセルに文がありません。指標の見出しのセルを選んでから押してください。",
    known: (label) => `「${label}」はもう加えられています。`,
    heading: "見出し",
    unit: "単位",
    units: { ratio: "率（%）", people: "人", days: "日", hours: "時間", years: "年", cases: "件", points: "ポイント" },
    direction: "望ましい向き",
    directions: { up: "増えるほどよい", down: "減るほどよい", neutral: "どちらでもない" },
    add: "加える",
    cancel: "やめる",
    remove: "外す",
    removeOf: (label) => `指標「${label}」を外す`,
  },
  en: {
    title: (n) => `Own indicators: ${n}`,
    hint: "For an indicator that is not in the list, select the cell of its heading and add it.",
    fromCell: "Add from the heading in the selected cell",
    noText: "The selected cell has no text. Select the heading of the indicator, then press again.",
    known: (label) => `“${label}” is there already.`,
    heading: "Heading",
    unit: "Unit",
    units: { ratio: "share (%)", people: "people", days: "days", hours: "hours", years: "years", cases: "cases", points: "points" },
    direction: "Wanted direction",
    directions: { up: "More is better", down: "Less is better", neutral: "Neither" },
    add: "Add",
    cancel: "Cancel",
    remove: "Remove",
    removeOf: (label) => `Remove the indicator “${label}”`,
  },
};

const longestLabel = 60;

/** 自組織の指標 — named by a heading of the sheet; unit and direction are picked. */
export function OwnIndicators({ pane }: { pane: PaneState }): ReactElement {
  const say = useWords(words);
  const { indicators } = pane.profile;
  const [draft, setDraft] = useState<Pick<OwnIndicator, "label" | "unit" | "direction">>();
  const [notice, setNotice] = useState("");
  const change = (next: readonly OwnIndicator[]): void => pane.changeProfile({ ...pane.profile, indicators: next });
  const begin = async (): Promise<void> => {
    const label = ((await pane.readSelection())?.text ?? "").replace(/\s+/g, " ").trim().slice(0, longestLabel);
    const isKnown = indicators.some((one) => one.label === label);
    setNotice(label === "" ? say.noText : isKnown ? say.known(label) : "");
    setDraft(label === "" || isKnown ? undefined : { label, unit: /率|割合|%|％/.test(label) ? "ratio" : "people", direction: "up" });
  };
  const add = (): void => {
    if (!draft) return;
    const last = indicators.reduce((most, { id }) => Math.max(most, Number(/^own_(\d+)$/.exec(id)?.[1] ?? 0)), 0);
    change([...indicators, { id: `own_${last + 1}`, labels: [draft.label], ...draft }]);
    setDraft(undefined);
  };
  return (
    <fieldset className="setting-group">
      <legend>{say.title(indicators.length)}</legend>
      <p className="muted">{say.hint}</p>
      <ul className="setting-list">
        {indicators.map((one) => (
          <li key={one.id}>
            <span>
              {one.label} <span className="muted">{`${say.units[one.unit]} · ${say.directions[one.direction]}`}</span>
            </span>
            <Button size="small" appearance="subtle" aria-label={say.removeOf(one.label)} onClick={() => change(indicators.filter((other) => other !== one))}>
              {say.remove}
            </Button>
          </li>
        ))}
      </ul>
      {draft ? (
        <div className="setting-draft">
          <p>
            <span className="muted">{say.heading}</span> <strong>{draft.label}</strong>
          </p>
          <Pick label={say.unit} value={draft.unit} options={say.units} onPick={(unit) => setDraft({ ...draft, unit })} />
          <Pick label={say.direction} value={draft.direction} options={say.directions} onPick={(direction) => setDraft({ ...draft, direction })} />
          <p className="reason-answers">
            <Button size="small" appearance="primary" onClick={add}>
              {say.add}
            </Button>
            <Button size="small" onClick={() => setDraft(undefined)}>
              {say.cancel}
            </Button>
          </p>
        </div>
      ) : (
        <Button size="small" onClick={() => void begin()}>
          {say.fromCell}
        </Button>
      )}
      <p role="status" className="muted">
        {notice}
      </p>
    </fieldset>
  );
}

function Pick<Value extends string>(props: { label: string; value: Value; options: { readonly [value in Value]: string }; onPick: (value: Value) => void }): ReactElement {
  const { label, value, options, onPick } = props;
  const values = Object.keys(options) as Value[];
  return (
    <label className="filter-pick">
      <span>{label}</span>
      <select className="native-select" value={value} onChange={(event) => onPick(values.find((one) => one === event.target.value) ?? value)}>
        {values.map((one) => (
          <option key={one} value={one}>
            {options[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
