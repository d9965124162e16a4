import { runKills } from '../helpers/kill-run.ts'
import type { BenchRow } from './bench-row.ts'

/** The host killed (SIGKILL) at 200 random points while fifteen devices score; `OCOP_KILLS` says how many instead. */
export async function runKillBench(): Promise<readonly BenchRow[]> {
  const kills = Number(process.env['OCOP_KILLS'] ?? 200)
  const report = await runKills({ kills, devices: 15, products: 10, seed: 20_261_120 })
  const { acknowledged, repeated, lost, brokenChains, file } = report
  for (const what of lost.slice(0, 20)) console.error(what)
  const doubled = file.choiceEvents - acknowledged
  const isWhole = lost.length === 0 && doubled === 0 && brokenChains === 0 && file.isIntact
  return [
    {
      name: `host killed at ${kills} random points while 15 devices score`,
      value: `${lost.length} lost, ${doubled} doubled, ${brokenChains} chains broken`,
      against: `${acknowledged} acknowledged choices`,
      ratio: null,
      aim: 'none',
      note: `${repeated} were under way at a kill and came again`,
      ...(!isWhole && { failed: true }),
    },
  ]
}
