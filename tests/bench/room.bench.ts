import { runManyDevices, type ManyDevicesReport } from '../helpers/many-devices.ts'
import { milliseconds, percentile, type BenchRow } from './bench-row.ts'

const devices = 15
/** Five times what a thumb does. */
const perSecond = 10

/**
 * Members' own devices over HTTP against the application in a process of its own: fifteen at once and one alone, each at
 * the same pace; then fifteen that bring in 60 products as fast as the room's limits let them. The devices share this
 * process, so their own work is in the figures.
 */
export async function runRoomBench(): Promise<readonly BenchRow[]> {
  const alone: ManyDevicesReport[] = []
  const together: ManyDevicesReport[] = []
  // In turns, so that whatever else the machine does meets both.
  for (let turn = 0; turn < 4; turn += 1) {
    alone.push(await runManyDevices({ devices: 1, products: 3, perSecond }))
    together.push(await runManyDevices({ devices, products: 3, perSecond }))
  }
  const everything = await runManyDevices({ devices, products: 60 })
  return [
    row({ name: 'one choice on a device, p50', together, alone, rank: 0.5 }),
    row({ name: 'one choice on a device, p99', together, alone, rank: 0.99 }),
    row({ name: 'one ballot submitted, p99', together, alone, rank: 0.99, of: 'submissions' }),
    nothingLost(everything),
  ]
}

function row(source: {
  readonly name: string
  readonly together: readonly ManyDevicesReport[]
  readonly alone: readonly ManyDevicesReport[]
  readonly rank: number
  readonly of?: 'choices' | 'submissions'
}): BenchRow {
  const { name, together, alone, rank, of = 'choices' } = source
  const [many = Number.NaN, one = Number.NaN] = [together, alone].map((reports) =>
    percentile(
      reports.flatMap((report) => report[of]),
      rank,
    ),
  )
  return {
    name: `${name}, ${devices} at once`,
    value: milliseconds(many),
    against: `one device alone: ${milliseconds(one)}`,
    ratio: many / one,
    aim: '',
    note: of === 'choices' ? `${perSecond} choices a second each` : 'all ballots at the same moment',
  }
}

function nothingLost({ file, expected, seconds }: ManyDevicesReport): BenchRow {
  const wrong = [
    file.scores - expected.choices,
    file.choiceEvents - expected.choices,
    file.confirmed - expected.submissions,
    file.confirmEvents - expected.submissions,
  ].filter((difference) => difference !== 0)
  const isWhole = wrong.length === 0 && file.isIntact
  return {
    name: `${devices} devices score and submit 60 products`,
    value: isWhole ? 'none lost, none doubled' : `differences: ${wrong.join(', ')}`,
    against: `${expected.choices} choices, ${expected.submissions} ballots`,
    ratio: null,
    aim: 'none',
    note: `${seconds.toFixed(0)} s, within the limit of each device`,
    ...(!isWhole && { failed: true }),
  }
}
