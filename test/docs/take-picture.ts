import { launchChromium } from "../browser/chromium";
import { startWorkbench } from "../browser/workbench-page";
import { pictureMany } from "./picture-many";
import { picturePane } from "./picture-pane";
import { picturePaper } from "./picture-paper";
import { pictureStart } from "./picture-start";
import { pictureWorkbench } from "./picture-workbench";

/** 絵を撮る — every picture of the documents, from the built pages and from the sample as it prints. */
async function takePictures(): Promise<void> {
  await picturePaper();
  const { address, process: server } = await startWorkbench();
  const browser = await launchChromium();
  try {
    await pictureStart(browser, address);
    for (const language of ["ja", "en"] as const) await picturePane(browser, address, language);
    await pictureWorkbench(browser, address);
    await pictureMany(browser, address);
  } finally {
    await browser.close();
    server.kill();
  }
}

void takePictures();
