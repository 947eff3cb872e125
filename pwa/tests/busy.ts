/** How long some work keeps the processor busy, whatever else the machine does meanwhile. */
export function busyMilliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
