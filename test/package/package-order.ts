import { type Channel, CHANNELS } from "./build-pages";

/** 断りの文 — why no package is made, in both languages; one sentence with what was given. */
export class PackageRefusal extends Error {
  constructor(
    readonly ja: string,
    readonly en: string,
  ) {
    super(`${ja} / ${en}`);
  }
}

/** 配る形の指定 — where it will be served, from where the pane takes Microsoft's library, where it is written. */
export interface PackageOrder {
  /** https, with a slash at its end. */
  readonly base: string;
  readonly channel: Channel;
  readonly out: string;
  /** A folder that was built before; undefined builds now. */
  readonly built: string | undefined;
}

/** 置き場所の番地 — the folder everything will be served from, as a manifest needs it. @throws PackageRefusal */
export function readBase(given: string | undefined): string {
  if (given === undefined || given.trim() === "")
    throw new PackageRefusal(
      "置き場所の番地がありません。--base-url https://intranet.example/kpi/ のように書いてください。",
      "There is no address; say where the pages will be, such as --base-url https://intranet.example/kpi/.",
    );
  const text = given.trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw new PackageRefusal(`「${text}」は番地として読めません。https:// から書いてください。`, `"${text}" cannot be read as an address; write it from https:// on.`);
  if (url.protocol !== "https:")
    throw new PackageRefusal(
      `Excel は https の番地しか開きません。「${text}」を https:// で始まる番地にしてください。`,
      `Excel opens addresses of https only; "${text}" must start with https://.`,
    );
  if (url.username !== "" || url.password !== "")
    throw new PackageRefusal(
      "番地に利用者名やパスワードを入れないでください。マニフェストは全員が読めます。",
      "The address holds a user name or a password; leave it out, for everybody can read the manifest.",
    );
  if (url.search !== "" || url.hash !== "")
    throw new PackageRefusal(
      `番地の「${url.search}${url.hash}」を除いてください。フォルダーの番地が要ります。`,
      `Leave out "${url.search}${url.hash}"; the address of a folder is needed.`,
    );
  const last = url.pathname.split("/").at(-1)!;
  if (/\.(?:html?|xml|aspx?)$/i.test(last))
    throw new PackageRefusal(
      `「${last}」はファイルのようです。それを置くフォルダーの番地を書いてください。`,
      `"${last}" looks like a file; give the address of the folder it lies in.`,
    );
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/** 配り方を読む — cdn unless something else is said. @throws PackageRefusal */
export function readChannel(given: string | undefined): Channel {
  const channel = CHANNELS.find((one) => one === (given ?? "cdn"));
  if (!channel)
    throw new PackageRefusal(
      `「${given}」という配り方はありません。--channel cdn か --channel bundled を指定してください。`,
      `There is no channel "${given}"; it is --channel cdn or --channel bundled.`,
    );
  return channel;
}
