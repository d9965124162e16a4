import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePng } from '../../electron/paper-ballots/write-png.ts'
import type { GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'

/** What of auto-multiple-choice finds the marks of a scanned sheet and measures its boxes (Debian: auto-multiple-choice). */
const program = '/usr/libexec/AMC/exec/AMC-detect'

export function hasAutoMultipleChoice(): boolean {
  return existsSync(program)
}

/** A4 at 200 dpi, as a copier scans it. */
const sheet = { width: 1654, height: 2339, mark: 40, edge: 120, box: 34 }

type Point = { readonly x: number; readonly y: number }

/**
 * Has auto-multiple-choice read sheets of its own: four discs in the corners and so many boxes, every fourth filled. It
 * starts its reader anew for each sheet, as it does in use; its data base is left out.
 *
 * @returns milliseconds of the processor for each sheet
 * @throws Error where it does not find its marks or misreads a box
 */
export function timeAutoMultipleChoice({ sheets, boxes }: { readonly sheets: number; readonly boxes: number }): number {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  try {
    const places = Array.from({ length: boxes }, (_, at) => placeOf(at, boxes))
    const [page, asked] = [join(folder, 'sheet.png'), join(folder, 'asked')]
    writeFileSync(page, writePng(drawSheet(places)))
    writeFileSync(asked, questionsOn(page, places))
    const once = `${program} -x ${sheet.width} -y ${sheet.height} -d ${sheet.mark} -p 0.2 -m 0.2 -c 4 -t 0.6 -o 1 < ${asked}`
    requireRight(shell(once), boxes)
    const said = shell(`for sheet in $(seq ${sheets}); do ${once} > /dev/null; done; times`)
    // The shell's own times, then those of its children: minutes and seconds, as the user and in the system.
    const [user = 0, system = 0] = [...(said.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
      ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
    )
    return ((user + system) * 1000) / sheets
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function placeOf(at: number, boxes: number): Point {
  const between = (sheet.height - 4 * sheet.edge) / boxes
  return { x: 1250 + (at % 2) * 71, y: Math.round(2 * sheet.edge + at * between) }
}

const isFilled = (at: number): boolean => at % 4 === 0

function corners(): readonly Point[] {
  const [right, bottom] = [sheet.width - sheet.edge, sheet.height - sheet.edge]
  const { edge } = sheet
  return [
    { x: edge, y: edge },
    { x: right, y: edge },
    { x: right, y: bottom },
    { x: edge, y: bottom },
  ]
}

function drawSheet(places: readonly Point[]): GreyImage {
  const { width, height, box } = sheet
  const data = new Uint8Array(width * height).map((_, at) => 245 + ((at * 7919) % 11))
  const radius = sheet.mark / 2
  const ink = (x: number, y: number): void => void (data[y * width + x] = 20)
  for (const { x, y } of corners()) {
    for (let down = -radius; down <= radius; down += 1)
      for (let across = -radius; across <= radius; across += 1)
        if (down ** 2 + across ** 2 <= radius ** 2) ink(x + across, y + down)
  }
  for (const [at, { x, y }] of places.entries()) {
    for (let down = 0; down < box; down += 1) {
      for (let across = 0; across < box; across += 1) {
        const isFrame = Math.min(down, across, box - 1 - down, box - 1 - across) < 2
        if (isFrame || isFilled(at)) ink(x + across, y + down)
      }
    }
  }
  return { width, height, data }
}

function questionsOn(page: string, places: readonly Point[]): string {
  const marks = corners().map(({ x, y }) => `${x},${y}`)
  const boxes = places.map(({ x, y }) => `mesure0 0.8 square ${x} ${x + sheet.box} ${y} ${y + sheet.box}`)
  return `${[`load ${page}`, `optim ${marks.join(' ')}`, ...boxes, 'quit'].join('\n')}\n`
}

function requireRight(said: string, boxes: number): void {
  const black = [...said.matchAll(/^PIX (\d+) (\d+)$/gm)].map(([, ink, all]) => Number(ink) / Number(all) > 0.5)
  const isRight = black.length === boxes && black.every((isBlack, at) => isBlack === isFilled(at))
  if (!isRight) throw new Error(`auto-multiple-choice did not read its own sheet:\n${said.slice(0, 2000)}`)
}

function shell(script: string): string {
  const { status, error, stdout, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (status === 0) return stdout
  throw error ?? new Error(`${program} ended with ${status}: ${stderr}`)
}
