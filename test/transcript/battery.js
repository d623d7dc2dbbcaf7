// Runs in a real Excel (Script Lab, or the console of a pane), in a new and empty workbook; the same text runs in the
// tests on the simulated one. It makes a sheet of its own and deletes it again. The answer is the
// transcript as text, which also stands in kpiTranscript.
(async () => {
  const NAME = "KPI transcript";
  const NAMESPACE = "urn:tokutei-action-plan-check:transcript";
  const sheetOf = (context) => context.workbook.worksheets.getItem(NAME);

  const STEPS = {
    "a new sheet": async (context) => {
      context.workbook.worksheets.add(NAME);
      await context.sync();
    },
    "values and number formats are written": async (context) => {
      const range = sheetOf(context).getRange("A1:C3");
      range.values = [
        ["区分", "R4", "R5"],
        ["対象者", 8, 10],
        ["取得者", 7, "該当者なし"],
      ];
      range.numberFormat = [
        ["@", "@", "@"],
        ["General", '0"人"', '0"人"'],
        ["General", '0"人"', "General"],
      ];
      await context.sync();
    },
    "a formula is written": async (context) => {
      sheetOf(context).getRange("B4").formulas = [['=IF(B2=0,"該当者なし",B3/B2)']];
      sheetOf(context).getRange("B4").numberFormat = [["0.0%"]];
      await context.sync();
    },
    "the used range is read": async (context) => {
      const range = sheetOf(context).getUsedRangeOrNullObject(true);
      range.load("address,values,text,formulas,numberFormat");
      await context.sync();
    },
    "all sheets are listed": async (context) => {
      context.workbook.worksheets.load("items/name,items/visibility");
      await context.sync();
    },
    "a sheet that is not there": async (context) => {
      context.workbook.worksheets.getItem("no such sheet").load("name");
      await context.sync();
    },
    "a sheet that may not be there": async (context) => {
      context.workbook.worksheets.getItemOrNullObject("no such sheet").load("name");
      await context.sync();
    },
    "a name that is taken": async (context) => {
      context.workbook.worksheets.add(NAME);
      await context.sync();
    },
    "values of another shape": async (context) => {
      sheetOf(context).getRange("A1:B2").values = [[1, 2, 3]];
      await context.sync();
    },
    "a property Excel does not have": async (context) => {
      sheetOf(context).getRange("A1").load("valuez");
      await context.sync();
    },
    "a batch that fails half way": async (context) => {
      sheetOf(context).getRange("A6").values = [["before"]];
      context.workbook.worksheets.getItem("no such sheet").getRange("A1").values = [["never"]];
      sheetOf(context).getRange("A7").values = [["after"]];
      await context.sync();
    },
    "what that batch left": async (context) => {
      sheetOf(context).getRange("A6:A7").load("values");
      await context.sync();
    },
    "a conditional format with a formula": async (context) => {
      const rule = sheetOf(context).getRange("B2:C3").conditionalFormats.add("Custom");
      rule.custom.rule.formula = '=N("kpi-mark transcript")=0';
      rule.custom.format.fill.color = "#FFE3E3";
      rule.custom.format.font.bold = true;
      await context.sync();
    },
    "that conditional format is read": async (context) => {
      const rules = sheetOf(context).getRange().conditionalFormats;
      rules.load("items/type,items/priority,items/custom/rule/formula");
      await context.sync();
    },
    "a part of custom XML": async (context) => {
      context.workbook.customXmlParts.add(`<kept xmlns="${NAMESPACE}">1</kept>`);
      await context.sync();
    },
    "that part is found and taken out": async (context) => {
      const parts = context.workbook.customXmlParts.getByNamespace(NAMESPACE);
      parts.load("items/id");
      await context.sync();
      parts.items.forEach((part) => part.delete());
      await context.sync();
    },
    "a protected sheet": async (context) => {
      sheetOf(context).protection.protect();
      await context.sync();
    },
    "a locked cell is written to": async (context) => {
      sheetOf(context).getRange("A1").values = [["changed"]];
      await context.sync();
    },
    "whether it is protected": async (context) => {
      sheetOf(context).protection.load("protected");
      await context.sync();
    },
    "the sheet goes": async (context) => {
      sheetOf(context).protection.unprotect();
      sheetOf(context).delete();
      await context.sync();
    },
  };

  const lines = [];
  const log = console.log;
  console.log = (...parts) => lines.push(parts.map(String).join(" "));
  OfficeExtension.CoreUtility._logEnabled = true;
  // The clean-up request of a run belongs to its step.
  OfficeExtension.Utility._synchronousCleanup = true;
  const steps = [];
  try {
    for (const [name, step] of Object.entries(STEPS)) {
      lines.length = 0;
      let error = null;
      try {
        await Excel.run(step);
      } catch (caught) {
        error = { code: caught.code ?? null, message: caught.message };
      }
      steps.push({ name, error, lines: [...lines] });
    }
  } finally {
    OfficeExtension.CoreUtility._logEnabled = false;
    OfficeExtension.Utility._synchronousCleanup = false;
    console.log = log;
  }
  const { platform, version } = Office.context.diagnostics;
  globalThis.kpiTranscript = JSON.stringify({ platform, version, steps }, null, 1);
  return globalThis.kpiTranscript;
})();
