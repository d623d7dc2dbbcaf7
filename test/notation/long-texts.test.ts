import { notationPieces, notationReaders } from "../support/notation-readers";
import { spentOn } from "../support/spent-time";

test.each(notationReaders)("%s is done quickly with texts that repeat one piece", (_name, read) => {
  for (const length of [60, 190, 390, 1900, 30000]) {
    for (const piece of notationPieces) {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      // A reader that tries every way through a text would take minutes.
      expect([piece, length, spentOn(() => read(text)) < 3000]).toEqual([piece, length, true]);
    }
  }
});
