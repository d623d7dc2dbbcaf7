import { brightnessOf } from "../../src/addin/brightness";

test.each([
  ["black", "#262626", "dark"],
  ["dark grey", "#666666", "dark"],
  ["black, newer builds", "#0A0A0A", "dark"],
  ["colourful", "#E6E6E6", "light"],
  ["white", "#ffffff", "light"],
  ["Excel's own green", "#217346", "dark"],
  ["nothing given", undefined, "light"],
  ["a colour by name", "white", "light"],
])("%s", (_, background, brightness) => expect(brightnessOf(background)).toBe(brightness));
