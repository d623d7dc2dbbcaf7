import type { ReactElement } from "react";
import type { InspectionView } from "../inspection/inspection-view";
import { useLanguage, useSay, useWords, type Words } from "./language";
import { severities, severityWords } from "./severity";
import type { FindingFilter } from "./use-finding-filter";
import { writeYear } from "./year";

const words: Words<{
  readonly classes: string;
  readonly indicator: string;
  readonly year: string;
  readonly all: string;
  readonly clear: string;
}> = {
  ja: { classes: "重さで絞り込む", indicator: "指標", year: "年度", all: "すべて", clear: "絞り込みを解除" },
  en: { classes: "Filter by severity", indicator: "Indicator", year: "Year", all: "All", clear: "Clear filters" },
};

/** 絞り込み — by class, and by what is there of indicators and years. */
export function FindingFilters({ filter, names }: { filter: FindingFilter; names: InspectionView["names"] }): ReactElement {
  const say = useWords(words);
  const severity = useWords(severityWords);
  const sentence = useSay();
  const language = useLanguage();
  return (
    <>
      <div className="filters" role="group" aria-label={say.classes}>
        {severities.map((kind) => (
          <button key={kind} type="button" className={`filter is-${kind}`} aria-pressed={!filter.off.has(kind)} onClick={() => filter.toggle(kind)}>
            <span className="filter-head">
              <span aria-hidden="true" className="symbol">
                {severity[kind].symbol}
              </span>
              {severity[kind].word}
            </span>
            <span className="filter-count">{filter.counts[kind].toLocaleString()}</span>
          </button>
        ))}
      </div>
      {(filter.indicators.length > 1 || filter.years.length > 1 || filter.isOn) && (
        <div className="filter-row">
          {filter.indicators.length > 1 && (
            <label className="filter-pick is-wide">
              <span>{say.indicator}</span>
              <select className="native-select" value={filter.indicator ?? ""} onChange={(event) => filter.pickIndicator(event.target.value || null)}>
                <option value="">{say.all}</option>
                {filter.indicators.map((id) => (
                  <option key={id} value={id}>
                    {sentence(names[id] ?? { ja: id, en: id })}
                  </option>
                ))}
              </select>
            </label>
          )}
          {filter.years.length > 1 && (
            <label className="filter-pick">
              <span>{say.year}</span>
              <select className="native-select" value={filter.year ?? ""} onChange={(event) => filter.pickYear(event.target.value === "" ? null : Number(event.target.value))}>
                <option value="">{say.all}</option>
                {filter.years.map((year) => (
                  <option key={year} value={year}>
                    {writeYear(year, language)}
                  </option>
                ))}
              </select>
            </label>
          )}
          {filter.isOn && (
            <button type="button" className="link-button" onClick={filter.clear}>
              {say.clear}
            </button>
          )}
        </div>
      )}
    </>
  );
}
