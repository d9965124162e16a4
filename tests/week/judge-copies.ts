import { copyFileSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { workspaceIdOf } from '../../electron/app/workspace/listing.ts'
import { openFile, type Program } from '../crash/program.ts'
import { scoresMissing, type Score, type UsbCopy } from './usb-copies.ts'

export type JudgedCopy = UsbCopy & {
  /** What the program says of it; `missed`: it is found whole and lacks scores that were acknowledged before. */
  readonly is: 'whole' | 'found torn' | 'missed'
  readonly why: string
}

type Judging = {
  readonly copies: readonly UsbCopy[]
  /** The file at the end of the week. */
  readonly newest: string
  /** All that were acknowledged, in order. */
  readonly scores: readonly Score[]
  readonly folder: string
}

/** Opens each copy by the program on a machine of its own, has it checked, and looks for every acknowledged score in it. */
export async function judgeCopies(program: Program, { copies, newest, scores, folder }: Judging) {
  const all = [...copies, { path: newest, kind: 'between' as const, acknowledged: scores.length }]
  const judged: JudgedCopy[] = []
  const place = join(folder, 'máy kiểm tra')
  for (const [index, copy] of all.entries()) {
    const path = join(place, `bản ${index}.ocop`)
    copyFileSync(copy.path, path)
    const why = await troubleOf(program, path)
    const missing = why === '' ? scoresMissing(copy.path, scores.slice(0, copy.acknowledged)).length : 0
    const is = why !== '' ? 'found torn' : missing > 0 ? 'missed' : 'whole'
    judged.push({ ...copy, is, why: missing > 0 ? `${missing} acknowledged scores are not in it` : why })
  }
  return judged
}

/** What the program says is wrong with a file; empty where it is intact. */
async function troubleOf(program: Program, path: string): Promise<string> {
  const { client } = program
  try {
    await openFile(program, path)
    const { readOnly } = (await client.workspace.status()).open ?? { readOnly: null }
    if (readOnly !== null) return `read-only: ${readOnly.kind}`
    const report = await client.workspace.checkIntegrity()
    return report.isIntact ? '' : `not intact: ${JSON.stringify(report).slice(0, 200)}`
  } catch (error) {
    const { data } = error as { readonly data?: { readonly reason?: string } }
    if (data?.reason === undefined) throw error
    return `refused: ${data.reason}`
  } finally {
    await client.workspace.close().catch(() => {})
  }
}

export type Relation = { readonly name: string; readonly expected: string; readonly told: string }

type Relating = {
  readonly judged: readonly JudgedCopy[]
  readonly newest: string
  readonly others: readonly { readonly path: string; readonly is: 'diverged' }[]
  readonly folder: string
}

/** What the list of files says of the last whole copy of each day, of copies that went another way, and of the newest. */
export async function relationsOf(program: Program, { judged, newest, others, folder }: Relating) {
  const place = join(folder, 'máy so sánh')
  mkdirSync(place)
  const byDay = new Map(
    judged
      .filter(({ is, path }) => is === 'whole' && path !== newest)
      .map(({ path }) => [basename(path).slice(0, 6), { path, is: 'older' }]),
  )
  const wanted = [...byDay.values(), ...others, { path: newest, is: 'newest' }]
  const expected = new Map<string, { readonly name: string; readonly is: string }>()
  for (const [index, { path, is }] of wanted.entries()) {
    const to = join(place, `tệp ${index}.ocop`)
    copyFileSync(path, to)
    expected.set(workspaceIdOf(to), { name: basename(path), is })
  }
  await program.stop()
  await program.start({ dataFolder: place })
  const listed = await program.client.workspace.list()
  return [...expected].map(([id, { name, is }]): Relation => {
    const found = listed.find((file) => file.id === id)
    return { name, expected: is, told: found === undefined ? 'not listed' : (found.copy?.relation ?? 'newest') }
  })
}
