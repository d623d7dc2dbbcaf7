import { createRoot } from "react-dom/client";
import { startEngine } from "../taskpane/engine";
import { AddIn } from "./AddIn";
import { startAddIn } from "./start-addin";
import { StartWatch } from "./start-state";

const engine = startEngine(() => new Worker(new URL("../taskpane/engine.worker.ts", import.meta.url), { name: "engine" }));
const watch = new StartWatch();

const root = document.getElementById("root");
// The script tag of office.js stands after this script in the page and has not run yet.
const script = document.getElementById("office");
if (root && script instanceof HTMLScriptElement) {
  void startAddIn(script, watch);
  createRoot(root).render(<AddIn engine={engine} watch={watch} />);
}
