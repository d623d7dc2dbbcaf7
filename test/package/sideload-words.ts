/** 試し方 — how to open the add-in of a development server in a real Excel, in both languages. */
export function writeSideloadWords(manifest: string, id: string, address: string): string {
  return `画面: ${address}taskpane.html
マニフェスト: ${manifest}

Excel で開くには（どれか一つ）
  Windows  管理者でなくてかまいません。次を実行してから Excel を起動し、空のブックを開くと［ホーム］タブにボタンが出ます。
             reg add HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer /v ${id} /t REG_SZ /d "${manifest}" /f
           やめるときは、次を実行します。
             reg delete HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer /v ${id} /f
           または、マニフェストを共有フォルダーに置き、［ファイル］→［オプション］→［トラスト センター］→［トラスト センターの設定］→
           ［信頼できるアドイン カタログ］にその場所を加えて［メニューに表示する］に印を付け、Excel を起動し直して［共有フォルダー］から選びます。
  Mac      マニフェストを次のフォルダーに写し（なければ作り）、Excel を起動し直して［挿入］→［アドイン］の▼から選びます。
             ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef
           やめるときは、写したファイルを消します。
  Web      Excel for the web でブックを開き、［ホーム］または［挿入］→［アドイン］→［その他のアドイン］→［個人用アドイン］→
           ［個人用アドインの管理］→［マイ アドインのアップロード］でマニフェストを選びます。ブラウザも、この証明書を信頼している必要があります。

To open it in Excel (any one of these)
  Windows  No administrator is needed. Run the reg add line above, start Excel and open an empty workbook: the button is on the Home tab.
           The reg delete line takes it off again. Or put the manifest into a shared folder, add that folder under File > Options >
           Trust Center > Trust Center Settings > Trusted Add-in Catalogs with "Show in Menu", restart Excel and take it from Shared Folder.
  Mac      Copy the manifest into the wef folder above (make the folder if it is not there), restart Excel, and choose it from the arrow
           beside Add-ins on the Insert tab. Deleting the copy takes it off again.
  Web      Open a workbook in Excel for the web, Add-ins > More Add-ins > My Add-ins > Manage My Add-ins > Upload My Add-in, and choose the
           manifest. The browser has to trust the certificate too.
`;
}

/** 証明書がないとき — what has to be said before anything is put on somebody's machine. */
export const certificateWords = {
  missing: `Excel は https の画面しか開きません。この機械には、そのための開発用の証明書がまだありません。
許すと、office-addin-dev-certs が次のことをします（この機械の外へは何も送りません）。
  - 有効期間30日の認証局の証明書と localhost の証明書を作り、ホームの .office-addin-dev-certs に置きます。
  - その認証局を、信頼する認証局としてこの利用者（Linux では sudo でこの機械）に登録します。確認の画面が出ます。
許すとき:        npm run start:excel -- --install-certificate
あとで消すとき:  npx office-addin-dev-certs uninstall
自分の証明書を使うとき: 環境変数 EXCEL_CERTIFICATE と EXCEL_CERTIFICATE_KEY に PEM ファイルの場所を入れます。

Excel opens pages over https only, and this machine has no development certificate yet.
If you agree, office-addin-dev-certs (nothing leaves this machine)
  - makes a certificate authority and a certificate for localhost, valid for 30 days, in .office-addin-dev-certs of your home folder;
  - registers that authority as trusted for you (on Linux, with sudo, for this machine). You will be asked to confirm.
To agree:           npm run start:excel -- --install-certificate
To remove it again: npx office-addin-dev-certs uninstall
To use your own:    put the paths of PEM files into EXCEL_CERTIFICATE and EXCEL_CERTIFICATE_KEY.
`,
  failed: (reason: string): string => `証明書を用意できませんでした（${reason}）。
管理された機械では、認証局を登録できないことがあります。情報システム担当に localhost の証明書を出してもらい、環境変数 EXCEL_CERTIFICATE と EXCEL_CERTIFICATE_KEY に PEM ファイルの場所を入れてください。
The certificate could not be made ready (${reason}).
A managed machine may not let you register an authority: ask your IT staff for a certificate for localhost, and put the paths of its PEM files into EXCEL_CERTIFICATE and EXCEL_CERTIFICATE_KEY.
`,
  half: "EXCEL_CERTIFICATE と EXCEL_CERTIFICATE_KEY は、両方を指定してください。 / Give both EXCEL_CERTIFICATE and EXCEL_CERTIFICATE_KEY.\n",
} as const;
