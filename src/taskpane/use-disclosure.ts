import { useCallback, useMemo, useRef, useState, type MouseEvent } from "react";

/** 開くボタン — a button that opens a form below it, and gets the focus back when the form is closed. */
export interface Disclosure {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly button: { readonly "aria-expanded": boolean; readonly onClick: (event: MouseEvent<HTMLElement>) => void };
}

/** 開くボタンを使う — what stands behind 直す. */
export function useDisclosure(): Disclosure {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLElement>();
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => {
    setOpen(false);
    opener.current?.focus();
  }, []);
  const toggle = useCallback((event: MouseEvent<HTMLElement>) => {
    opener.current = event.currentTarget;
    setOpen((before) => !before);
  }, []);
  return useMemo(() => ({ isOpen, open, close, button: { "aria-expanded": isOpen, onClick: toggle } }), [isOpen, open, close, toggle]);
}
