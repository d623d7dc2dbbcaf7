import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Folder, isOneSentence, sample } from "./run-cli";

const folder = new Folder();
afterAll(() => folder.remove());

/** The command line as a process of its own, as people start it. */
function start(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, "../../src/cli/kpi.cjs"), ...args], {
    encoding: "utf8",
    cwd: folder.path,
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  return { status, stdout, stderr };
}

describe("node src/cli/kpi.cjs", () => {
  test("checks from whatever folder, without colours into a pipe", () => {
    const { status, stdout, stderr } = start("check", sample);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain("要修正");
    expect(stdout).not.toContain("\u001b[");
  });

  test("writes one line of JSON into a pipe", () => {
    const { stdout } = start("check", sample, "--json");
    expect(stdout.trimEnd()).not.toContain("\n");
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1, file: "sample.xlsx" });
  });

  test("ends with 2 and one sentence when it could not do it", () => {
    const { status, stdout, stderr } = start("check", "ない.xlsx");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(isOneSentence(stderr)).toBe(true);
  });

  test("a reader that stops early is no mistake", () => {
    const command = `"${process.execPath}" "${join(__dirname, "../../src/cli/kpi.cjs")}" check "${sample}" --json | head -c 20`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: '{"schema":1,"file":"', stderr: "" });
  });

  test("starts its workers for a folder, from whatever folder", () => {
    for (const name of ["many/1.xlsx", "many/2.xlsx", "many/3.xlsx"]) folder.put(name, readFileSync(sample));
    const { status, stdout, stderr } = start("check", "many", "--ndjson", "--lang", "en");
    expect(status).toBe(1);
    expect(stderr).toMatch(/^3 files: 3 with something to correct, 0 not read/);
    const files = stdout
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { readonly source: { readonly path: string } }).source.path);
    expect(files.sort()).toEqual([join("many", "1.xlsx"), join("many", "2.xlsx"), join("many", "3.xlsx")]);
    rmSync(folder.at("many"), { recursive: true });
  });

  test("writes another file", () => {
    const { status, stderr } = start("fill", sample, "-o", "out.xlsx");
    expect(status).toBe(0);
    expect(stderr).toContain("out.xlsx");
    expect(folder.list()).toEqual(["out.xlsx"]);
  });
});
