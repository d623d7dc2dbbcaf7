/** 使った時間 — processor time this process spends on the work, in milliseconds: what a hang costs, whatever else the machine does. */
export function spentOn(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
