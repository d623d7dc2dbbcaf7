import { useState, type ReactElement } from "react";
import { tellRun } from "../../inspection/roll-up/tell-run";
import { useSay, useWords } from "../../taskpane/language";
import type { CheckedPicked } from "./checked-picked";
import type { PickedFile } from "./collect-files";
import { manyWords } from "./many-words";
import { ManyRow } from "./ManyRow";

type Filter = "all" | "errors" | "missed" | "refused";
const filters: readonly Filter[] = ["all", "errors", "missed", "refused"];

const passes: { readonly [filter in Filter]: (checked: CheckedPicked | undefined) => boolean } = {
  all: () => true,
  errors: (checked) => (checked?.counts?.errors ?? 0) > 0,
  missed: (checked) => (checked?.counts?.missed ?? 0) > 0,
  refused: (checked) => checked !== undefined && checked.counts === null,
};

/** 点検したブックの一覧 — a line for each, in the order of their names, and what all of them come to. */
export function ManyList(props: {
  workbooks: readonly PickedFile[];
  /** Letters of the folders in front of every name. */
  common: number;
  ends: readonly (CheckedPicked | undefined)[];
  at: number | null;
  onOpen: (place: number) => void;
}): ReactElement {
  const { workbooks, common, ends, at, onOpen } = props;
  const say = useWords(manyWords);
  const sentence = useSay();
  const [filter, setFilter] = useState<Filter>("all");
  const done = ends.filter((end) => end !== undefined);
  const count = (which: Filter): number => done.filter(passes[which]).length;
  const missed = done.reduce((sum, { counts }) => sum + (counts?.missed ?? 0), 0);
  const shown = workbooks.flatMap((workbook, place) => (passes[filter](ends[place]) ? [{ workbook, place }] : []));
  return (
    <>
      <div className="many-line">
        <p className="many-sum">{sentence(tellRun({ files: done.length, kept: 0, withErrors: count("errors"), refused: count("refused"), missed }))}</p>
        <label className="filter-pick">
          <span>{say.show}</span>
          <select className="native-select" value={filter} onChange={(event) => setFilter(filters.find((one) => one === event.target.value) ?? "all")}>
            {filters.map((one) => (
              <option key={one} value={one}>
                {say.filters[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {shown.length === 0 ? (
        <p className="muted">{say.nothingShown}</p>
      ) : (
        <ol className="many-list" aria-label={say.list}>
          {shown.map(({ workbook, place }) => (
            <ManyRow key={workbook.path} name={workbook.path.slice(common)} place={place} checked={ends[place]} isUnderWay={at === place} onOpen={onOpen} />
          ))}
        </ol>
      )}
    </>
  );
}
