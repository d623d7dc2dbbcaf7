import { isTooDeep, readOwnRecord } from "../../src/inspection/own-record";
import { putProfile, ProfileError, readOwnProfile, readProfile } from "../../src/inspection/read-profile";
import { defaultProfile } from "../../src/model/profile";

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

describe("data that are nested", () => {
  test.each([
    ["a little", `{"a":${nested(20)}}`, false],
    ["side by side", `[${"[],".repeat(1000)}[]]`, false],
    ["within a text", `{"a":"${"[".repeat(1000)}"}`, false],
    ["within a text with quotation marks", String.raw`{"a":"\"${"[".repeat(1000)}\\","b":1}`, false],
    ["too deep", `{"a":${nested(65)}}`, true],
    ["too deep behind a text", `{"a":"\\"","b":${nested(65)}}`, true],
  ])("%s", (_, json, expected) => {
    expect(isTooDeep(json)).toBe(expected);
  });

  it("deeper than they could be written again are nobody's record", () => {
    const deep = `{"schema":1,"profile":{"schema":1,"hoursPerDay":8},"later":${nested(100_000)}}`;
    expect(() => JSON.stringify(JSON.parse(deep))).toThrow(RangeError);
    expect(readOwnRecord(deep)).toBeUndefined();
    expect(readOwnProfile(deep)).toBeNull();
    expect(JSON.parse(putProfile(deep, defaultProfile))).toEqual({ schema: 1, profile: defaultProfile });
  });

  it("are refused as settings, with one sentence", () => {
    expect(() => readProfile(`{"schema":1,"accepted":[{"check":"a","at":{"sheet":"s","cell":"A1"},"reason":"r","figures":"f","more":${nested(100)}}]}`)).toThrow(ProfileError);
  });
});

it("no field of settings reaches what all objects share", () => {
  expect(readOwnProfile('{"profile":{"schema":1,"__proto__":{"hoursPerDay":1}}}')).toEqual(defaultProfile);
  expect(() => readProfile('{"schema":1,"__proto__":{"hoursPerDay":1}}')).toThrow(ProfileError);
  expect(Object.hasOwn(Object.prototype, "hoursPerDay")).toBe(false);
});
