/**
 * Milliseconds of processor time that the work takes in this process with its collector: what else the machine does is not
 * in it.
 */
export async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
