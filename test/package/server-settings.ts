import configure from "../../webpack.config.js";
import type { Channel } from "./build-pages";

/** Who may show the pane in a frame: Excel on the web does; Excel on Windows and the Mac needs nobody. */
const FRAMES = "frame-ancestors 'self' https://*.officeapps.live.com https://*.sharepoint.com https://*.cloud.microsoft https://*.office.com";
const PAGES = ["taskpane.html", "index.html", "help.html"] as const;

/** 頁の決まり — the policy a page is served with: what it says itself, and who may show it in a frame. */
export function policyOf(page: string, channel: Channel): string {
  const own = configure.policies[page]?.[channel];
  return [...(own === undefined ? [] : [own]), page === "taskpane.html" ? FRAMES : "frame-ancestors 'none'"].join("; ");
}

const LONG = "public, max-age=31536000, immutable";
const HASHED = String.raw`\.[0-9a-f]{8}\.(js|css)$`;

/**
 * サーバーの設定例 — files for IIS, nginx and Apache with the headers of this package, by their names.
 *
 * shape  pages and Microsoft's library are asked for anew each time, hashed files are kept; icons carry no
 *        Cache-Control, which Office asks for; nothing sends X-Frame-Options, which would shut out Excel on the web
 */
export function writeServerSettings(base: string, channel: Channel): ReadonlyMap<string, string> {
  // Servers compare what the address says once it is decoded.
  const path = decodeURI(new URL(base).pathname);
  return new Map([
    ["web.config", iis(channel)],
    ["nginx.conf", nginx(path, channel)],
    ["apache.conf", apache(path, channel)],
  ]);
}

const iis = (channel: Channel): string => `<?xml version="1.0" encoding="UTF-8"?>
<!-- IIS: この内容を web.config として頁のフォルダーに置きます。 / IIS: put this beside the pages as web.config. -->
<configuration>
  <system.webServer>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
        <add name="X-Content-Type-Options" value="nosniff" />
        <add name="Referrer-Policy" value="no-referrer" />
      </customHeaders>
    </httpProtocol>
    <staticContent>
      <clientCache cacheControlMode="NoControl" />
    </staticContent>
  </system.webServer>
${PAGES.map(
  (page) => `  <location path="${page}">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
          <add name="Cache-Control" value="no-cache" />
          <add name="Content-Security-Policy" value="${policyOf(page, channel)}" />
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>`,
).join("\n")}
</configuration>
`;

const nginx = (path: string, channel: Channel): string => `# nginx: server { … } の中に入れます。root は頁のフォルダーに合わせてください。
# nginx: inside server { … }; set root to the folder of the pages.
${PAGES.map(
  (page) => `location = ${path}${page} {
    add_header Cache-Control "no-cache" always;
    add_header Content-Security-Policy "${policyOf(page, channel)}" always;
    add_header X-Content-Type-Options "nosniff" always;
    add_header Referrer-Policy "no-referrer" always;
}`,
).join("\n")}
location ~ "^${path.replaceAll(".", "\\.")}.*${HASHED}" {
    add_header Cache-Control "${LONG}" always;
    add_header X-Content-Type-Options "nosniff" always;
}
location ${path}office/ {
    add_header Cache-Control "no-cache" always;
    add_header X-Content-Type-Options "nosniff" always;
}
location ${path} {
    # アイコンに Cache-Control を付けないでください。 / Icons must be served without Cache-Control.
    add_header X-Content-Type-Options "nosniff" always;
}
`;

const apache = (path: string, channel: Channel): string => `# Apache: <VirtualHost> の中に入れます（mod_headers が要ります）。
# Apache: inside <VirtualHost>; needs mod_headers.
<Location "${path}">
  Header always set X-Content-Type-Options "nosniff"
  Header always set Referrer-Policy "no-referrer"
  Header always unset X-Frame-Options
</Location>
<LocationMatch "^${path.replaceAll(".", "\\.")}.*${HASHED}">
  Header always set Cache-Control "${LONG}"
</LocationMatch>
<Location "${path}office/">
  Header always set Cache-Control "no-cache"
</Location>
${PAGES.map(
  (page) => `<Location "${path}${page}">
  Header always set Cache-Control "no-cache"
  Header always set Content-Security-Policy "${policyOf(page, channel)}"
</Location>`,
).join("\n")}
`;
