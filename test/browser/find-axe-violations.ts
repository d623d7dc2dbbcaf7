import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface AxeWindow {
  readonly axe?: {
    run(context: {
      readonly exclude: readonly string[];
    }): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[] }>;
  };
}

/** 使いにくい所を探す — what axe finds on the page as it is now, one line each. */
export async function findAxeViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  return page.evaluate(async () => {
    // Fluent's keyboard library puts sentinels at the ends of the page that hand the focus on at once.
    const { violations = [] } = (await (window as AxeWindow).axe?.run({ exclude: ["[data-tabster-dummy]"] })) ?? {};
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`));
  });
}
