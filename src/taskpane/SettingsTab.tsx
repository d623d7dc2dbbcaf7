import { Button, Field, Select } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { InspectionView } from "../inspection/inspection-view";
import { defaultProfile, type Profile } from "../model/profile";
import { CheckSwitches } from "./CheckSwitches";
import { CorrectionList } from "./CorrectionList";
import { InspectionGate } from "./InspectionGate";
import { KeptReasons } from "./KeptReasons";
import { useWords, type Words } from "./language";
import { ManagerGrades } from "./ManagerGrades";
import { OwnIndicators } from "./OwnIndicators";
import { version } from "./PaneErrorBoundary";
import { ProfileText } from "./ProfileText";
import { type Choices, choiceWords } from "./setting-choices";
import type { PaneState } from "./use-pane";

const words: Words<{ readonly lead: string; readonly reset: string; readonly resetHint: string; readonly version: string }> = {
  ja: {
    lead: "選び直すと、すぐに点検し直します。設定は「ブックに保存」か次の書き込みで、ブックの中に残ります。",
    reset: "既定に戻す",
    resetHint: "自組織の指標・理由・訂正はそのまま残ります。",
    version: "版",
  },
  en: {
    lead: "A new choice checks the workbook again at once. Settings stay in the workbook after “Save in the workbook” or the next write.",
    reset: "Back to the defaults",
    resetHint: "Own indicators, reasons and corrections stay.",
    version: "Version",
  },
};

/** 設定 — what an organisation decides; picked, never typed. */
export function SettingsTab({ pane }: { pane: PaneState }): ReactElement {
  // Settings kept in the workbook are not known before it was read: what is changed then would take their place.
  return pane.isRead ? <Settings pane={pane} /> : <InspectionGate pane={pane}>{() => null}</InspectionGate>;
}

function Settings({ pane }: { pane: PaneState }): ReactElement {
  const say = useWords(words);
  const choices = useWords(choiceWords);
  const view = useLastView(pane);
  const { profile } = pane;
  const change = (part: Partial<Profile>): void => pane.changeProfile({ ...profile, ...part });
  const reset = (): void => {
    const { indicators, corrections, accepted } = profile;
    pane.changeProfile({ ...defaultProfile, indicators, corrections, accepted });
  };
  return (
    <div className="settings">
      <p className="summary">{say.lead}</p>
      {(Object.keys(choices) as (keyof Choices)[]).map((key) => (
        <ChoiceField key={key} choice={choices[key]} value={profile[key]} onPick={(value) => change({ [key]: value })} />
      ))}
      {view && <ManagerGrades grades={view.grades} picked={profile.managerGrades} onPick={(managerGrades) => change({ managerGrades })} />}
      {view && <CheckSwitches checks={view.checks} switched={profile.checks} onSwitch={(checks) => change({ checks })} />}
      <OwnIndicators pane={pane} />
      {view && <KeptReasons pane={pane} view={view} />}
      {view && <CorrectionList pane={pane} view={view} />}
      <ProfileText profile={profile} onImport={pane.changeProfile} />
      <div>
        <Button size="small" onClick={reset}>
          {say.reset}
        </Button>
        <p className="muted">{say.resetHint}</p>
      </div>
      <p className="muted">
        {say.version} {version}
      </p>
    </div>
  );
}

/** The last result, also while a new one is made: what can be picked must not come and go. */
function useLastView({ view }: PaneState): InspectionView | undefined {
  const [last, setLast] = useState(view);
  if (view && view !== last) setLast(view);
  return view ?? last;
}

type Answer = string | number | null;

function ChoiceField(props: { choice: Choices[keyof Choices]; value: Answer; onPick: (value: Answer) => void }): ReactElement {
  const { choice, value, onPick } = props;
  const known: readonly { readonly value: Answer; readonly text: string }[] = choice.options;
  const options = known.some((option) => option.value === value)
    ? known
    : [...known, { value, text: typeof value === "number" && choice.write ? choice.write(value) : String(value) }];
  return (
    <Field label={choice.label} hint={choice.hint} className="setting">
      <Select value={String(value)} onChange={(_, data) => onPick(options.find((option) => String(option.value) === data.value)?.value ?? null)}>
        {options.map((option) => (
          <option key={String(option.value)} value={String(option.value)}>
            {option.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
