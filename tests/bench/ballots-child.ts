import { setImmediate as breathe } from 'node:timers/promises'
import { blankBallotsModel, filledBallotsModel } from '../../electron/documents/ballot-form/model.ts'
import { ballotFormsPdf } from '../../electron/documents/ballot-form/pdf.ts'
import { renderPdf, type PdfSection } from '../../electron/documents/render-pdf.ts'
import { buildRecord } from '../fixtures/session-record.ts'
import { resourcesFolder } from './bench-folder.ts'

// A process of its own for each way of writing the pack, so that time and memory are that way's alone:
// node ballots-child.ts shared|alone blank|filled PRODUCTS MEMBERS

const [way = 'shared', kind = 'blank', products = '60', members = '11'] = process.argv.slice(2)

const record = buildRecord({
  ruleSetId: 'qd-26-2026',
  level: 'province',
  memberCount: Number(members),
  products: Array.from({ length: Number(products) }, (_, index) => ({ quality: 0.58 + ((index * 7) % 25) / 100 })),
})

/** Milliseconds that this thread worked, which other programs on the machine do not lengthen. */
function worked(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Notes how long the thread works before it lets others in, until told to stop. */
function watchStretches(): () => number {
  let [longest, last, isOn] = [0, worked(), true]
  const look = () => {
    const now = worked()
    longest = Math.max(longest, now - last)
    last = now
    if (isOn) setImmediate(look)
  }
  look()
  return () => {
    isOn = false
    return longest
  }
}

function withoutForm({ form, ...section }: PdfSection): PdfSection {
  if (form === undefined) throw new Error('nothing to share')
  return section
}

const [start, before] = [worked(), process.cpuUsage()]
const document = ballotFormsPdf(kind === 'blank' ? blankBallotsModel(record) : filledBallotsModel(record))
const sections = way === 'shared' ? document.sections : document.sections.map(withoutForm)
const stop = watchStretches()
const createdAt = new Date('2026-11-23T02:30:00Z')
const { length } = await renderPdf({
  document: { ...document, sections },
  createdAt,
  resources: resourcesFolder,
  breathe,
})
const longest = stop()
const time = worked() - start
const { user, system } = process.cpuUsage(before)
const spent = { time, withHelpers: (user + system) / 1000, longest }
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(JSON.stringify({ ...spent, peakMegabytes, kilobytes: Math.round(length / 1024) }))
