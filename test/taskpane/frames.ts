import { configure } from "@testing-library/dom";

// A busy machine is no failure: parts of the pane arrive when they arrive.
configure({ asyncUtilTimeout: 20_000 });

// jsdom draws nothing: the next frame comes with the next turn, while the step that asked for it is still awaited.
window.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), 0);
window.cancelAnimationFrame = (frame) => window.clearTimeout(frame);
