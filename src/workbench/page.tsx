import { createRoot } from "react-dom/client";
import { PaneErrorBoundary } from "../taskpane/PaneErrorBoundary";
import { startEngine } from "../taskpane/engine";
import { makeCaller } from "../taskpane/worker-calls";
import { HostRefusal } from "../hosts/host";
import { Workbench } from "./Workbench";
import { workbenchWords } from "./workbench-words";

const files = makeCaller(new Worker(new URL("./file.worker.ts", import.meta.url), { name: "file" }));
const engine = startEngine(() => new Worker(new URL("../taskpane/engine.worker.ts", import.meta.url), { name: "engine" }));

async function readSample(): Promise<ArrayBuffer> {
  const answer = await fetch("samples/sample.xlsx");
  if (!answer.ok) throw new HostRefusal("not-found", { ja: workbenchWords.ja.noSample, en: workbenchWords.en.noSample });
  return answer.arrayBuffer();
}

const makeManyPort = (): Worker => new Worker(new URL("./many/many.worker.ts", import.meta.url), { name: "many" });

const asked = new URLSearchParams(location.search);
const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <PaneErrorBoundary>
      <Workbench
        files={files}
        engine={engine}
        makeManyPort={makeManyPort}
        readSample={readSample}
        sampleName="sample.xlsx"
        opensSample={!asked.has("empty") && !asked.has("many")}
        opensMany={asked.has("many")}
      />
    </PaneErrorBoundary>,
  );
