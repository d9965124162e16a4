import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** LibreOffice reads Word files as an office would. Without it the tests that open them say so and are left out. */
export const hasOffice = spawnSync('soffice', ['--version']).error === undefined

export function sayWhyWordIsLeftOut(): void {
  if (!hasOffice) console.warn('Left out: Word files are opened with LibreOffice (soffice), which is not here.')
}

/** The PDFs that LibreOffice makes of Word files or workbooks, in one start of it. */
export function convertToPdf(
  files: Readonly<Record<string, Uint8Array>>,
  extension: 'docx' | 'xlsx' = 'docx',
): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'word-'))
  try {
    const names = Object.keys(files)
    for (const name of names) writeFileSync(join(folder, `${name}.${extension}`), files[name] ?? '')
    const paths = names.map((name) => join(folder, `${name}.${extension}`))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    writeFileSync(join(folder, 'fonts.conf'), fontsLikeWord)
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths], {
      stdio: 'ignore',
      env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    })
    return new Map(names.map((name) => [name, readFileSync(join(folder, `${name}.pdf`))]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Word has Times New Roman; the face of our documents is as wide, and known as its like. */
const fontsLikeWord =
  '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
  '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>' +
  `<dir>${join(import.meta.dirname, '../../../resources/fonts')}</dir></fontconfig>`
