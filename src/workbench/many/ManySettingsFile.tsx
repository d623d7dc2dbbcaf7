import { Button } from "@fluentui/react-components";
import { useRef, useState, type ReactElement } from "react";
import { HostRefusal } from "../../hosts/host";
import { ProfileError, readProfile } from "../../inspection/read-profile";
import type { Sentence } from "../../model/finding";
import type { Profile } from "../../model/profile";
import { useSay, useWords } from "../../taskpane/language";
import { readPickedText } from "../read-picked";
import { manyWords } from "./many-words";

/** 設定ファイル — settings that hold for every workbook of a run, as `--profile` on the command line. */
export function ManySettingsFile(props: {
  name: string | undefined;
  isBusy: boolean;
  onPick: (settings: { readonly name: string; readonly profile: Profile } | undefined) => void;
}): ReactElement {
  const { name, isBusy, onPick } = props;
  const say = useWords(manyWords);
  const sentence = useSay();
  const picker = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<Sentence>();
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setRefusal(undefined);
    try {
      onPick({ name: file.name, profile: readProfile(await readPickedText(file)) });
    } catch (error) {
      if (!(error instanceof ProfileError || error instanceof HostRefusal)) throw error;
      setRefusal(error.sentence);
    }
  };
  return (
    <details className="fold many-settings">
      <summary>{say.settings}</summary>
      <p className="muted">{say.settingsHint}</p>
      <p className="bar-actions">
        <Button size="small" disabled={isBusy} onClick={() => picker.current?.click()}>
          {say.pickSettings}
        </Button>
        {name !== undefined && (
          <Button size="small" appearance="subtle" disabled={isBusy} onClick={() => onPick(undefined)}>
            {say.dropSettings}
          </Button>
        )}
      </p>
      <input
        ref={picker}
        type="file"
        accept=".json"
        hidden
        aria-label={say.pickSettings}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          // The same file may be picked again.
          event.currentTarget.value = "";
        }}
      />
      <p role="status">{name !== undefined && say.settingsNow(name)}</p>
      {refusal && (
        <p role="alert" className="is-error">
          {sentence(refusal)}
        </p>
      )}
    </details>
  );
}
