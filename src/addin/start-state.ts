import type { Language } from "../model/finding";
import type { PaneHost } from "../taskpane/pane-host";
import type { Brightness } from "../taskpane/pane-theme";

/** 始まり方 — where the add-in stands between its first paint and the pane. */
export type StartState =
  | { readonly kind: "starting" }
  | { readonly kind: "library-missing"; readonly address: string }
  | { readonly kind: "library-late"; readonly address: string }
  | { readonly kind: "no-answer" }
  | { readonly kind: "no-host" }
  | { readonly kind: "other-application"; readonly application: string }
  | { readonly kind: "too-old"; readonly version: string }
  | { readonly kind: "mistake"; readonly error: Error }
  | { readonly kind: "ready"; readonly host: PaneHost };

/** 始まりの様子 — where the start stands, and what is known of the application around the pane. */
export interface StartView {
  readonly state: StartState;
  /** undefined until the application has told. */
  readonly language: Language | undefined;
  readonly theme: Brightness;
}

/** 始まりの見張り — the present view, and a call back whenever it changes. */
export class StartWatch {
  private view: StartView = { state: { kind: "starting" }, language: undefined, theme: "light" };
  private readonly listeners = new Set<() => void>();

  readonly read = (): StartView => this.view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  tell(news: Partial<StartView>): void {
    this.view = { ...this.view, ...news };
    for (const listener of this.listeners) listener();
  }
}
