import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "../browser/chromium";

/** In pixels: the ribbon takes 16, 32, 64 and 80, the list of add-ins 32 and 64, a catalogue 128. */
const SIZES = [16, 32, 64, 80, 128] as const;

/** アイコンを描く — assets/icons/icon-….png from icon.svg, in every size, with Chromium. */
async function drawIcons(): Promise<void> {
  const folder = join(__dirname, "../../assets/icons");
  const drawing = readFileSync(join(folder, "icon.svg"), "utf8");
  const browser = await launchChromium();
  try {
    for (const size of SIZES) {
      const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
      await page.setContent(`<style>html, body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${drawing}`);
      writeFileSync(join(folder, `icon-${size}.png`), await page.screenshot({ omitBackground: true }));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

void drawIcons();
