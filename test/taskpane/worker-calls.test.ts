import { HostRefusal } from "../../src/hosts/host";
import { answerCalls, makeCaller, Stopped } from "../../src/taskpane/worker-calls";

function connect(methods: Parameters<typeof answerCalls>[1]): { caller: ReturnType<typeof makeCaller>; close: () => void } {
  const { port1, port2 } = new MessageChannel();
  answerCalls(port2 as never, methods);
  const caller = makeCaller(port1 as never);
  port1.start();
  port2.start();
  return {
    caller,
    close: () => {
      port1.close();
      port2.close();
    },
  };
}

describe("calling a worker", () => {
  it("gives arguments and results, and reports progress", async () => {
    const { caller, close } = connect({
      add: (progress, a: number, b: number) => {
        progress(0.5);
        return a + b;
      },
    });
    const shares: number[] = [];
    await expect(caller.call("add", [1, 2], { progress: (share) => shares.push(share) })).resolves.toBe(3);
    expect(shares).toEqual([0.5]);
    close();
  });

  it("carries a refusal across with both sentences", async () => {
    const { caller, close } = connect({
      open: () => {
        throw new HostRefusal("encrypted", { ja: "パスワードで保護されています。", en: "It is protected by a password." });
      },
    });
    const refusal = await caller.call("open").catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(HostRefusal);
    expect(refusal).toMatchObject({ reason: "encrypted", sentence: { ja: "パスワードで保護されています。" } });
    close();
  });

  it("carries across what a batch that broke off had written", async () => {
    const written = { applied: 1, refused: [{ sheet: "表", cell: "B2", reason: "not-written" as const }] };
    const { caller, close } = connect({
      apply: () => {
        throw new HostRefusal("request-failed", { ja: "途中で止まりました。", en: "It stopped halfway." }, written);
      },
    });
    await expect(caller.call("apply")).rejects.toMatchObject({ written });
    close();
  });

  it("carries a mistake across as an error, not as a refusal", async () => {
    const { caller, close } = connect({
      break: () => {
        throw new Error("broken");
      },
    });
    const mistake = await caller.call("break").catch((error: unknown) => error);
    expect(mistake).not.toBeInstanceOf(HostRefusal);
    expect(String(mistake)).toContain("broken");
    await expect(caller.call("none")).rejects.toThrow("no method none");
    close();
  });

  it("answers in order, one after the other", async () => {
    const order: number[] = [];
    const { caller, close } = connect({
      wait: async (_, ms: number) => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        order.push(ms);
      },
    });
    await Promise.all([caller.call("wait", [20]), caller.call("wait", [1])]);
    expect(order).toEqual([20, 1]);
    close();
  });

  it("ends open calls when it is closed", async () => {
    const { caller, close } = connect({ wait: () => new Promise(() => undefined) });
    const waiting = caller.call("wait");
    caller.close();
    await expect(waiting).rejects.toBeInstanceOf(Stopped);
    close();
  });
});
