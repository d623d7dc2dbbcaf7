import { checks } from "../../src/checks/index";
import { checkNames } from "../../src/inspection/check-names";

test("every check has a name in both languages, and no name is left over", () => {
  expect(Object.keys(checkNames).sort()).toEqual(checks.map(({ id }) => id).sort());
  for (const { ja, en } of Object.values(checkNames)) {
    expect(ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(en).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
  }
});
