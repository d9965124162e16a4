/**
 * Packets that rules for a user have refused, added up.
 *
 * @param saved what `iptables-save -c` prints
 * @throws where no rule is for that user: nothing would be proven
 */
export function refusedPackets(saved: string, uid: number): number {
  const rules = saved.split('\n').filter((line) => line.includes(`--uid-owner ${uid} `) && line.includes('-j REJECT'))
  if (rules.length === 0) throw new Error(`no rule refuses anything to user ${uid}`)
  return rules.reduce((sum, line) => sum + Number(/^\[(\d+):\d+\]/.exec(line)?.[1] ?? Number.NaN), 0)
}
