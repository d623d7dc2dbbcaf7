import { useEffect, type RefObject } from "react";

const focusable = "button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex='0']";

/** A spot on the way from what had the focus up to the panel: its parent, and which child it was. */
interface Step {
  readonly parent: Element;
  readonly index: number;
}

function stepsUp(element: Element, top: Element): readonly Step[] {
  const steps: Step[] = [];
  for (let at = element; at !== top && at.parentElement; at = at.parentElement) steps.push({ parent: at.parentElement, index: [...at.parentElement.children].indexOf(at) });
  return steps;
}

function isSeen(element: HTMLElement): boolean {
  return !element.closest("[hidden], [aria-hidden=true]") && (typeof element.checkVisibility !== "function" || element.checkVisibility());
}

function firstFocusable(root: Element): HTMLElement | undefined {
  if (root instanceof HTMLElement && root.matches(focusable) && isSeen(root)) return root;
  return [...root.querySelectorAll<HTMLElement>(focusable)].find(isSeen);
}

/** What stands now where the lost element stood: its successor, or the one before it, or the panel. */
function findHeir(steps: readonly Step[], panel: HTMLElement): HTMLElement {
  for (const { parent, index } of steps) {
    if (!parent.isConnected) continue;
    if (parent === panel) return panel;
    const heir = [parent.children[index], parent.children[index - 1]].map((child) => child && firstFocusable(child)).find((one) => one !== undefined);
    if (heir) return heir;
  }
  return panel;
}

/**
 * フォーカスを守る — when what had the focus disappears, the focus goes to what took its place, not to nowhere.
 *
 * A button that is switched off while something is written gets the focus back when it is on again.
 */
export function useKeptFocus(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const top = panel.current;
    if (!top) return undefined;
    let last: HTMLElement | undefined;
    let steps: readonly Step[] = [];
    const remember = (event: FocusEvent): void => {
      if (!(event.target instanceof HTMLElement)) return;
      last = event.target;
      steps = stepsUp(last, top);
    };
    const forget = (event: FocusEvent): void => {
      const left = last;
      if (event.relatedTarget !== null) last = undefined;
      // Some browsers tell of the loss before the element is gone: what became of it is known a moment later.
      else queueMicrotask(() => left === last && left?.isConnected && !left.matches(":disabled") && (last = undefined));
    };
    const restore = (): void => {
      if (!last) return;
      const { activeElement } = document;
      if (activeElement === last) steps = stepsUp(last, top);
      else if (document.hasFocus() && (activeElement === null || activeElement === document.body)) {
        if (!last.isConnected) {
          const heir = findHeir(steps, top);
          last = undefined;
          heir.focus({ preventScroll: heir === top });
        } else if (!last.matches(":disabled")) last.focus();
      }
    };
    const observer = new MutationObserver(restore);
    top.addEventListener("focusin", remember);
    top.addEventListener("focusout", forget);
    observer.observe(top, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
    return () => {
      top.removeEventListener("focusin", remember);
      top.removeEventListener("focusout", forget);
      observer.disconnect();
    };
  }, [panel]);
}
