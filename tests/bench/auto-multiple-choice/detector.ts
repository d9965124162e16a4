import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePng } from '../../../electron/paper-ballots/write-png.ts'
import type { Box } from '../../../shared/domain/paper-ballots/page-plan.ts'
import { answersOf, discs, drawSheet, listSheets, type Answer } from './sheet.ts'
import { detector, runShell } from './shell.ts'

/**
 * Has the detector of auto-multiple-choice alone find the discs of one sheet and measure its boxes, in a clean picture of
 * it: without the file of scans, without finding which sheet it is, without its data base. It is started anew for each
 * sheet, as in use.
 *
 * @returns milliseconds of the processor for each sheet
 * @throws Error where it does not find its discs or misreads a box
 */
export function timeDetector({ count, boxes }: { readonly count: number; readonly boxes: number }): number {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  try {
    const [sheet] = listSheets(1)
    if (sheet === undefined) throw new Error('no sheet')
    const answers = answersOf(sheet, boxes)
    const { scale, ...image } = drawSheet(sheet, boxes)
    writeFileSync(join(folder, 'sheet.png'), writePng(image))
    writeFileSync(join(folder, 'asked'), questionsOn(answers, scale))
    const mark = (discs[0]?.width ?? 0) * scale
    const once = `${detector} -x ${image.width} -y ${image.height} -d ${mark} -p 0.2 -m 0.2 -c 4 -t 0.6 -o 1 < asked`
    requireRight(runShell(folder, once).said, answers)
    return runShell(folder, `for sheet in $(seq ${count}); do ${once} > /dev/null; done`).worked / count
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function questionsOn(answers: readonly Answer[], scale: number): string {
  const pixels = (...lengths: readonly number[]) => lengths.map((each) => Math.round(each * scale))
  const centre = ({ left, top, width, height }: Box) => pixels(left + width / 2, top + height / 2).join(',')
  const asked = answers.map(({ box: { left, top, width, height } }) =>
    ['mesure0 0.8 square', ...pixels(left, left + width, top, top + height)].join(' '),
  )
  return `${['load sheet.png', `optim ${discs.map(centre).join(' ')}`, ...asked, 'quit'].join('\n')}\n`
}

function requireRight(said: string, answers: readonly Answer[]): void {
  const black = [...said.matchAll(/^PIX (\d+) (\d+)$/gm)].map(([, ink, all]) => Number(ink) / Number(all) > 0.5)
  const isRight = black.length === answers.length && answers.every(({ isFilled }, at) => black[at] === isFilled)
  if (!isRight) throw new Error(`the detector of auto-multiple-choice did not read its sheet: ${said.slice(0, 2000)}`)
}
