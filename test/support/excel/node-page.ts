import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";

/** Microsoft's library as npm installs it; the readable files, so that a stack says where. */
const LIBRARY = path.resolve(__dirname, "../../../node_modules/@microsoft/office-js/dist");
const ORIGIN = "https://localhost";
const PLACE = `${ORIGIN}/office/`;

const compiled = new Map<string, vm.Script>();

/** Compiling is what takes time: once per process. */
function scriptOf(file: string): vm.Script {
  let script = compiled.get(file);
  if (!script) compiled.set(file, (script = new vm.Script(readFileSync(path.join(LIBRARY, file), "utf8"), { filename: path.join(LIBRARY, file) })));
  return script;
}

/** 頁のつもり — the globals of a page in which the library runs without a browser. */
export interface NodePage {
  readonly globals: { readonly [name: string]: unknown };
  /** Ends what the library still waits for. */
  close(): void;
}

interface PageScript {
  src?: string;
  onload?: () => void;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
}

function newScript(src?: string): PageScript {
  return { ...(src === undefined ? {} : { src }), getAttribute: () => null, setAttribute: () => undefined };
}

function newStorage(): object {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (i: number) => [...kept.keys()][i] ?? null,
    get length() {
      return kept.size;
    },
  };
}

/**
 * 頁を開く — the unmodified library in a context of its own.
 *
 * shape  `external` is what Excel for Windows puts into `window.external`; without one the files run but nothing starts
 */
export function openNodePage(external: object | undefined): NodePage {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let isClosed = false;
  const keep = (timer: ReturnType<typeof setTimeout>): ReturnType<typeof setTimeout> => {
    // What is started when all is over would keep the process from ending.
    if (isClosed) clearTimeout(timer);
    else timers.add(timer);
    return timer;
  };
  const later = (work: () => void, wait?: number): ReturnType<typeof setTimeout> => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, wait);
    return keep(timer);
  };
  const end = (timer: ReturnType<typeof setTimeout>): void => {
    clearTimeout(timer);
    timers.delete(timer);
  };
  const repeat = (work: () => void, wait?: number): ReturnType<typeof setTimeout> => {
    return keep(setInterval(work, wait));
  };
  const scripts = [newScript(`${PLACE}office.debug.js`)];
  const head = {
    appendChild(script: PageScript): PageScript {
      scripts.push(script);
      const file = script.src?.startsWith(PLACE) ? script.src.slice(PLACE.length) : undefined;
      if (file === undefined) throw new Error(`the library asks for ${script.src}`);
      later(() => {
        scriptOf(file).runInContext(context);
        script.onload?.();
      });
      return script;
    },
  };
  const page: { [name: string]: unknown } = {
    console,
    performance,
    setTimeout: later,
    clearTimeout: end,
    setInterval: repeat,
    clearInterval: end,
    location: { href: `${ORIGIN}/taskpane.html`, origin: ORIGIN, protocol: "https:", host: "localhost", hostname: "localhost", pathname: "/taskpane.html", search: "", hash: "" },
    navigator: { userAgent: "Node.js", platform: "Win32" },
    name: "",
    history: {},
    sessionStorage: newStorage(),
    localStorage: newStorage(),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    document: {
      getElementsByTagName: (tag: string) => (tag === "script" ? scripts : tag === "head" ? [head] : []),
      getElementById: () => null,
      createElement: () => newScript(),
      addEventListener: () => undefined,
      URL: `${ORIGIN}/taskpane.html`,
      cookie: "",
    },
    ...(external === undefined ? {} : { external }),
  };
  for (const name of ["window", "self", "top", "parent"]) page[name] = page;
  const context = vm.createContext(page);
  scriptOf("office.debug.js").runInContext(context);
  if (external === undefined) scriptOf("excel-win32-16.01.debug.js").runInContext(context);
  const close = (): void => {
    isClosed = true;
    timers.forEach((timer) => end(timer));
  };
  return { globals: page, close };
}
