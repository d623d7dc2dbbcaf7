declare module "*/webpack.config.js" {
  import type { Configuration } from "webpack";

  type Channel = "cdn" | "bundled";
  interface Configure {
    (env: { readonly channel?: Channel; readonly out?: string; readonly cache?: "off" }, options: { readonly mode: "production" | "development" }): Configuration;
    /** Content-Security-Policy by page and channel. */
    readonly policies: { readonly [page: string]: { readonly [channel in Channel]: string } };
    /** Address of Microsoft's library by channel. */
    readonly office: { readonly [channel in Channel]: string };
  }
  const configure: Configure;
  export default configure;
}
