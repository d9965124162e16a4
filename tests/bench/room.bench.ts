import { runManyDevices, type ManyDevicesReport } from '../helpers/many-devices.ts'
import { milliseconds, percentile, type BenchRow } from './bench-row.ts'

const devices = 15
const products = 60
/** Fifteen times what a thumb does: what waited on the devices of a whole room comes in at once. */
const perSecond = 30

/**
 * Members' own devices over HTTP against the application in a process of its own: fifteen that score 60 products at the
 * same time, and one alone at the same pace. The devices share this process, so their own work is in the figures.
 */
export async function runRoomBench(): Promise<readonly BenchRow[]> {
  const alone = await runManyDevices({ devices: 1, products: 20, perSecond })
  const together = await runManyDevices({ devices, products, perSecond })
  return [
    row({ name: 'one choice on a device, p50', together, alone, rank: 0.5 }),
    row({ name: 'one choice on a device, p99', together, alone, rank: 0.99 }),
    nothingLost(together),
  ]
}

function row(source: {
  readonly name: string
  readonly together: ManyDevicesReport
  readonly alone: ManyDevicesReport
  readonly rank: number
}): BenchRow {
  const { name, together, alone, rank } = source
  const [many, one] = [percentile(together.choices, rank), percentile(alone.choices, rank)]
  return {
    name: `${name}, ${devices} at once`,
    value: milliseconds(many),
    against: `one device alone: ${milliseconds(one)}`,
    ratio: many / one,
    aim: '',
    note: `${perSecond} choices a second each`,
  }
}

function nothingLost({ file, expected, seconds, submissions }: ManyDevicesReport): BenchRow {
  const wrong = [
    file.scores - expected.choices,
    file.choiceEvents - expected.choices,
    file.confirmed - expected.submissions,
    file.confirmEvents - expected.submissions,
  ].filter((difference) => difference !== 0)
  const isWhole = wrong.length === 0 && file.isIntact
  return {
    name: `${devices} devices score and submit ${products} products`,
    value: isWhole ? 'none lost, none doubled' : `differences: ${wrong.join(', ')}`,
    against: `${expected.choices} choices, ${expected.submissions} ballots`,
    ratio: null,
    aim: 'none',
    note: `${seconds.toFixed(0)} s; ballots submitted at once: p99 ${milliseconds(percentile(submissions, 0.99))}`,
    ...(!isWhole && { failed: true }),
  }
}
