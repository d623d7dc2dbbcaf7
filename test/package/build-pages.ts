import { join } from "node:path";
import webpack from "webpack";
import configure from "../../webpack.config.js";

/** 配る仕方 — where the pane takes Microsoft's library from: Microsoft's own address, or beside the pane. */
export const CHANNELS = ["cdn", "bundled"] as const;
export type Channel = (typeof CHANNELS)[number];

/** 組み立ての指定 — `fresh` leaves aside what earlier builds have left. */
export interface BuildOrder {
  readonly channel: Channel;
  readonly out: string;
  readonly fresh?: boolean;
}

/** 頁を組み立てる — compiles both pages for production. @throws Error with webpack's own message */
export async function buildPages({ channel, out, fresh = false }: BuildOrder): Promise<void> {
  const settings = configure({ channel, out, ...(fresh ? { cache: "off" } : {}) }, { mode: "production" });
  const compiler = webpack({ ...settings, context: join(__dirname, "../..") });
  if (!compiler) throw new Error("webpack did not take its settings.");
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => compiler.run((error, done) => (error ? reject(error) : resolve(done))));
  await new Promise<void>((resolve) => compiler.close(() => resolve()));
  if (!stats || stats.hasErrors()) throw new Error(stats?.toString({ all: false, errors: true }) ?? "webpack gave no result.");
}
