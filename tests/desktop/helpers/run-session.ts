import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../scripts/program.ts'
import type { Command } from './person.ts'

export type SessionEnd = {
  readonly code: number | null
  /** Names of the files that it wrote. */
  readonly written: readonly string[]
  readonly output: string
}

/**
 * Runs `--session` of a program on a bundled sample, copied into a folder as an office has them: spaces and Vietnamese
 * letters in every path, nothing of the project beside it.
 */
export async function runSampleSession({
  program: { command, args },
  sample,
  folder,
}: {
  readonly program: Command
  readonly sample: 'district-2024' | 'province-2026'
  readonly folder: string
}): Promise<SessionEnd> {
  mkdirSync(folder, { recursive: true })
  const workbook = join(folder, `Phiên họp ${sample} của Hội đồng.xlsx`)
  copyFileSync(join(root, 'resources', 'samples', `${sample}.xlsx`), workbook)
  const out = join(folder, `Văn bản ${sample}`)
  rmSync(out, { recursive: true, force: true })
  const ended = await collect({ command, args: [...args, '--session', workbook, '--out', out] }, folder)
  return { ...ended, written: existsSync(out) ? readdirSync(out).toSorted() : [] }
}

/** Why that was not a whole session's documents, or null. */
export function sessionFault({ code, written, output }: SessionEnd): string | null {
  const formats = new Set(written.map((name) => name.slice(name.lastIndexOf('.') + 1)))
  const isWhole = code === 0 && written.length === 17 && ['docx', 'pdf', 'xlsx'].every((format) => formats.has(format))
  return isWhole ? null : `ended with ${code} and ${written.length} files: ${written.join(', ')}\n${output}`
}

/** Runs a command to its end; what it printed is one text. */
export async function collect(
  { command, args }: Command,
  cwd: string,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output }
}
