import { Button } from "@fluentui/react-components";
import { useRef, useState, type ReactElement } from "react";
import { ProfileError, readProfile, writeProfile } from "../inspection/read-profile";
import type { Sentence } from "../model/finding";
import type { Profile } from "../model/profile";
import { useSay, useWords, type Words } from "./language";

const words: Words<{
  readonly title: string;
  readonly hint: string;
  readonly out: string;
  readonly copy: string;
  readonly into: string;
  readonly take: string;
}> = {
  ja: {
    title: "設定を文字で渡す・受け取る",
    hint: "ほかのブックや kpi コマンドに、同じ設定を渡せます。",
    out: "今の設定",
    copy: "コピー",
    into: "受け取った設定を貼り付ける",
    take: "取り込む",
  },
  en: {
    title: "Settings as text",
    hint: "Hands the same settings to another workbook or to the kpi command.",
    out: "Settings now",
    copy: "Copy",
    into: "Paste settings here",
    take: "Import",
  },
};

const said = {
  copied: { ja: "コピーしました。", en: "Copied." },
  selected: { ja: "選択しました。Ctrl+C でコピーしてください。", en: "Selected. Press Ctrl+C to copy." },
  taken: { ja: "設定を取り込みました。", en: "The settings are imported." },
} as const satisfies { readonly [what: string]: Sentence };

/** 設定の文字 — the whole profile as text, out and in; what cannot be used is refused in one sentence. */
export function ProfileText({ profile, onImport }: { profile: Profile; onImport: (profile: Profile) => void }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const out = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  const [notice, setNotice] = useState<Sentence>();
  const [refusal, setRefusal] = useState<Sentence>();
  const copy = async (): Promise<void> => {
    setRefusal(undefined);
    out.current?.select();
    try {
      await navigator.clipboard.writeText(writeProfile(profile));
      setNotice(said.copied);
    } catch {
      // Panes may not write to the clipboard; what is selected can be copied by hand.
      setNotice(said.selected);
    }
  };
  const take = (): void => {
    setNotice(undefined);
    setRefusal(undefined);
    try {
      onImport(readProfile(text));
      setText("");
      setNotice(said.taken);
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      setRefusal(error.sentence);
    }
  };
  return (
    <details className="fold setting-fold">
      <summary>{say.title}</summary>
      <p className="muted">{say.hint}</p>
      <label className="filter-pick">
        <span>{say.out}</span>
        <textarea ref={out} className="profile-text" readOnly rows={6} value={writeProfile(profile)} />
      </label>
      <Button size="small" onClick={() => void copy()}>
        {say.copy}
      </Button>
      <label className="filter-pick">
        <span>{say.into}</span>
        <textarea className="profile-text" rows={4} spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <Button size="small" disabled={text.trim() === ""} onClick={take}>
        {say.take}
      </Button>
      <p role="status" className="muted">
        {notice && sentence(notice)}
      </p>
      {refusal && (
        <p role="alert" className="note">
          {sentence(refusal)}
        </p>
      )}
    </details>
  );
}
