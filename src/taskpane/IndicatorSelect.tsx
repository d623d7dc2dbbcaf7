import { Select } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import { indicators as catalogue } from "../indicators/index";
import { listSections, sectionNames } from "../indicators/sections";
import type { OwnIndicator } from "../model/profile";
import { correctionWords } from "./correction-words";
import { useSay, useWords, type Words } from "./language";

const words: Words<{ readonly choose: string }> = {
  ja: { choose: "選んでください" },
  en: { choose: "Choose" },
};

/** 指標を選ぶ — the catalogue by section, the organisation's own indicators, and 読まない. */
export function IndicatorSelect(props: { value: string | null; own: readonly OwnIndicator[]; onPick: (indicator: string) => void }): ReactElement {
  const say = useWords(words);
  const terms = useWords(correctionWords);
  const sentence = useSay();
  const sections = useMemo(() => listSections(catalogue), []);
  return (
    <Select size="small" value={props.value ?? ""} onChange={(_, data) => props.onPick(data.value)}>
      {props.value === null && (
        <option value="" disabled>
          {say.choose}
        </option>
      )}
      {sections.map(({ section, indicators }) => (
        <optgroup key={section} label={sentence(sectionNames[section])}>
          {indicators.map(({ id, label }) => (
            <option key={id} value={id}>
              {sentence(label)}
            </option>
          ))}
        </optgroup>
      ))}
      {props.own.length > 0 && (
        <optgroup label={sentence(sectionNames.own)}>
          {props.own.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </optgroup>
      )}
      <option value="ignore">{terms.ignore}</option>
    </Select>
  );
}
