import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import type { UnreadView } from "../inspection/inspection-view";
import { writeAddress, writeRange } from "../model/cell";
import { TableForm } from "./CorrectionForm";
import { addCorrection } from "./edit-corrections";
import { useSay, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import { useDisclosure } from "./use-disclosure";
import type { PaneState } from "./use-pane";

const words: Words<{ readonly unread: (count: number) => string; readonly name: string; readonly nameOf: (place: string) => string }> = {
  ja: { unread: (n) => `読めなかった区画 ${n} 件`, name: "指標を選ぶ", nameOf: (place) => `${place} の指標を選ぶ` },
  en: { unread: (n) => `Blocks that could not be read: ${n}`, name: "Name its indicator", nameOf: (place) => `Name the indicator of ${place}` },
};

/** 読めなかった区画 — what looks like data but was not understood, and the way to name its indicator. */
export function UnreadBlocks(props: { pane: PaneState; blocks: readonly UnreadView[]; asked: UnreadView | undefined; onShown: () => void }): ReactElement | null {
  const say = useWords(words);
  const { pane, blocks, asked, onShown } = props;
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (asked) setOpen(true);
  }, [asked]);
  if (blocks.length === 0) return null;
  return (
    <details className="fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say.unread(blocks.length)}</summary>
      <ul className="fold-list">
        {blocks.slice(0, 200).map((block) => (
          <UnreadBlock key={`${block.sheet}!${writeRange(block.range)}`} pane={pane} block={block} isAsked={block === asked && isOpen} onShown={onShown} />
        ))}
      </ul>
    </details>
  );
}

function UnreadBlock({ pane, block, isAsked, onShown }: { pane: PaneState; block: UnreadView; isAsked: boolean; onShown: () => void }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const { isOpen, open, close, button } = useDisclosure();
  const item = useRef<HTMLLIElement>(null);
  const place = `${block.sheet} ${writeRange(block.range)}`;
  useEffect(() => {
    if (!isAsked) return;
    open();
    item.current?.scrollIntoView?.({ block: "start" });
    item.current?.focus({ preventScroll: true });
    onShown();
  }, [isAsked, onShown, open]);
  return (
    <li ref={item} tabIndex={-1} aria-label={place}>
      <PlaceLink pane={pane} at={{ sheet: block.sheet, cell: writeAddress(block.range.top, block.range.left) }}>
        {place}
      </PlaceLink>{" "}
      {sentence(block.because)}
      <Button size="small" appearance="subtle" {...button} aria-label={say.nameOf(place)}>
        {say.name}
      </Button>
      {isOpen && (
        <TableForm
          label={say.nameOf(place)}
          heading={block.heading}
          read={null}
          own={pane.profile.indicators}
          onCancel={close}
          onCorrect={(correction) => {
            close();
            pane.changeProfile(addCorrection(pane.profile, correction));
          }}
        />
      )}
    </li>
  );
}
