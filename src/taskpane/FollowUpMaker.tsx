import { Button, Field, Select } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { InspectionView } from "../inspection/inspection-view";
import { useLanguage, useWords, type Words } from "./language";
import { writeYear } from "./year";
import type { PaneState } from "./use-pane";

const words: Words<{ readonly title: string; readonly note: string; readonly year: string; readonly make: string; readonly writing: string }> = {
  ja: {
    title: "フォローアップ表",
    note: "委員会で見る表を、新しいシートに作ります。目標、年度ごとの実績、判定、原因や今後の取組を書く欄、グラフが入ります。作り直しても、書き込んだ内容は残ります。",
    year: "年度",
    make: "フォローアップ表を作る",
    writing: "書き込んでいます…",
  },
  en: {
    title: "Follow-up sheet",
    note: "Makes the sheet a committee reviews: targets, actuals by year, judgements, columns to write causes and measures in, charts. Made again, it keeps what people wrote. The sheet itself is in Japanese.",
    year: "Fiscal year",
    make: "Make the follow-up sheet",
    writing: "Writing…",
  },
};

/** フォローアップ表を作る所 — the year, and the button that makes the sheets or brings them up to date. */
export function FollowUpMaker({ pane, view }: { pane: PaneState; view: InspectionView }): ReactElement | null {
  const say = useWords(words);
  const language = useLanguage();
  const { years, year: latest } = view.followUp;
  const [picked, setPicked] = useState<number>();
  const year = picked !== undefined && years.includes(picked) ? picked : (latest ?? years.at(-1));
  if (year === undefined) return null;
  return (
    <section className="follow-up" aria-labelledby="follow-up-title">
      <h2 id="follow-up-title" className="plan-name">
        {say.title}
      </h2>
      <p className="muted">{say.note}</p>
      <div className="follow-up-row">
        <Field label={say.year} orientation="horizontal" className="follow-up-year">
          <Select size="small" value={String(year)} onChange={(_, data) => setPicked(Number(data.value))}>
            {years.map((one) => (
              <option key={one} value={String(one)}>
                {writeYear(one, language)}
              </option>
            ))}
          </Select>
        </Field>
        <Button disabled={pane.isWriting || pane.isStale} onClick={() => pane.makeFollowUp(year)}>
          {pane.isWriting ? say.writing : say.make}
        </Button>
      </div>
    </section>
  );
}
