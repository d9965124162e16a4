import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { expect, it } from 'vitest'
import { wordKinds } from '../../../shared/api/word-templates.ts'
import { renderDocument } from '../../../electron/documents/render-document.ts'
import { checkTemplate } from '../../../electron/documents/word/check-template.ts'
import { provinceRecord } from '../../fixtures/records.ts'
import { resourcesFolder } from '../../helpers/test-app.ts'

const textOf = (bytes: Uint8Array): string => new PizZip(bytes).file('word/document.xml')?.asText() ?? ''

it.each(wordKinds)('spaces around the names of tags in the template of %s change nothing', async (kind) => {
  const shipped = readFileSync(join(resourcesFolder, 'templates', `${kind}.docx`))
  const zip = new PizZip(shipped)
  zip.file(
    'word/document.xml',
    textOf(shipped).replace(/\{([#^/]?)([a-z_]+)\}/g, (_, mark: string, name: string) => `{${mark} ${name}\u00a0 }`),
  )
  const spaced = new Uint8Array(zip.generate({ type: 'uint8array' }))
  expect(await checkTemplate(spaced, kind)).toEqual([])
  const asked = { record: provinceRecord(), kind, format: 'docx' as const, now: new Date('2026-11-23T02:30:00Z') }
  const render = async (templates: Readonly<Record<string, Uint8Array>>) =>
    textOf((await renderDocument({ ...asked, resources: resourcesFolder, templates })).bytes)
  const filled = await render({})
  expect(filled).not.toContain('{')
  expect(await render({ [kind]: spaced })).toBe(filled)
})
