import { HostRefusal } from "../host";
import { ask, type Patience } from "./run-excel";

/** 変更の見張り — tells that somebody changed a cell, and nothing more: what follows from it is for others to decide. */
export class ChangeWatch {
  private own = 0;

  /** 自分の書き込み — changes that come while this runs are ours. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.own++;
    try {
      return await work();
    } finally {
      // Events of our own writing may come a moment after the answer.
      setTimeout(() => void this.own--, 0);
    }
  }

  /**
   * 見張る — registers in one round trip; the answer ends it.
   *
   * errors  handed to `onRefusal`, since nobody waits for the registering
   */
  listen(listener: () => void, patience: Patience, onRefusal: (refusal: HostRefusal) => void): () => void {
    let isEnded = false;
    const handler = (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
      if (!isEnded && this.own === 0 && event.triggerSource !== "ThisLocalAddin") listener();
      return Promise.resolve();
    };
    const registering = ask(({ workbook }) => {
      const registered = workbook.worksheets.onChanged.add(handler);
      return () => registered;
    }, patience).catch((error: unknown) => {
      if (!(error instanceof HostRefusal)) throw error;
      onRefusal(error);
      return undefined;
    });
    return () => {
      if (isEnded) return;
      isEnded = true;
      void registering.then((registered) => registered && this.deregister(registered, patience, onRefusal));
    };
  }

  private async deregister(
    registered: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs>,
    patience: Patience,
    onRefusal: (refusal: HostRefusal) => void,
  ): Promise<void> {
    try {
      await ask(
        () => {
          registered.remove();
          return () => undefined;
        },
        patience,
        undefined,
        registered.context as Excel.RequestContext,
      );
    } catch (error) {
      if (!(error instanceof HostRefusal)) throw error;
      onRefusal(error);
    }
  }
}
