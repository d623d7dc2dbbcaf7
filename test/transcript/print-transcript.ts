import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { BATTERY, runBatteryOnSimulated } from "./run-battery";
import { compareTranscripts, type Transcript } from "./transcript";

const battery = relative(process.cwd(), BATTERY);

const WORDS = `実際の Excel での応答を記録し、テストで使う模擬の Excel と比べる手順です。利用者のデータは使いません。
  1. 実際の Excel で、新しい空のブックを開きます（版と、Windows・Mac・Web のどれかを控えます）。
  2. アドインの画面で F12（または右クリック→［検証］）を押し、開発者ツールの Console を開きます。Script Lab でもかまいません。
  3. ${battery} の中身を全部貼り付けて実行し、終わるまで待ちます（数秒。シートが一つできて、消えます）。
  4. Console で copy(kpiTranscript) を実行し、test/transcript/captured/ に「windows-16.0.17928.json」のような名前で保存します。
  5. npm run excel:transcript -- test/transcript/captured/windows-16.0.17928.json
     で違いが一覧されます。違いがあれば、模擬の Excel（test/support/excel）を Excel に合わせます。置いたファイルは、テストでも比べられます。

How somebody with a real Excel records what it answers, to compare it with the simulated one of the tests. No data of yours is used.
  1. Open a new, empty workbook in a real Excel (note its version, and whether it is on Windows, the Mac or the web).
  2. In the pane of the add-in press F12 (or right-click, Inspect) and open the Console. Script Lab will do as well.
  3. Paste all of ${battery}, run it and wait until it has ended (some seconds; a sheet comes and goes).
  4. In the Console run copy(kpiTranscript), and save it in test/transcript/captured/ under a name like windows-16.0.17928.json.
  5. npm run excel:transcript -- test/transcript/captured/windows-16.0.17928.json
     lists what differs. Where something does, the simulated Excel (test/support/excel) is to be put right. The tests compare the file too.
`;

/** 記録の取り方 — how to capture; or, given a captured file, where the simulated Excel differs (exit 1). */
async function run(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (file === undefined) {
    process.stdout.write(WORDS);
    return;
  }
  const real = JSON.parse(readFileSync(join(process.cwd(), file), "utf8")) as Transcript;
  const differences = compareTranscripts(real, await runBatteryOnSimulated());
  for (const difference of differences) process.stdout.write(`${difference}\n`);
  process.stdout.write(`${real.platform} ${real.version}: ${real.steps.length} steps, ${differences.length} differences\n`);
  if (differences.length > 0) process.exitCode = 1;
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
