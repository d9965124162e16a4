import { describe, expect, it } from 'vitest'
import { wordKinds, type WordKind } from '../../../shared/api/word-templates.ts'
import { renderDocument } from '../../../electron/documents/render-document.ts'
import { buildRecord } from '../../fixtures/session-record.ts'
import { hasPoppler, readPages } from '../../helpers/read-pdf.ts'
import { changedTemplate } from '../../helpers/word-template.ts'
import { madeAt, render, resourcesFolder } from '../documents/rendered.ts'
import { convertToPdf, hasOffice, sayWhyWordIsLeftOut } from './office.ts'

sayWhyWordIsLeftOut()

type Asked = { readonly count: number; readonly moreWords?: number }

/** `moreWords` lengthens the council's name, so that what is signed ends at other places of the page. */
function recordOf({ count, moreWords = 0 }: Asked) {
  const products = Array.from({ length: count }, (_, index) => ({
    quality: index % 3 === 0 ? 0.97 : 0.75,
    gatesMet: 4 as const,
  }))
  const record = buildRecord({ ruleSetId: 'qd-26-2026', level: 'province', products })
  const name = `${record.council.name}${' và các huyện, xã có sản phẩm tham gia'.repeat(moreWords)}`
  return { ...record, council: { ...record.council, name } }
}

/** What the last page of minutes holds. */
const signedMinutes = [/KIỂM CHỨNG/, /Cuộc họp kết thúc/, /THƯ KÝ +CHỦ TỌA/, /Nơi nhận:/]

/** Word files as LibreOffice sets them, by name: the texts of each page's lines. */
async function pagesInOffice(kind: WordKind, asked: readonly Asked[]) {
  const files: Record<string, Uint8Array> = {}
  for (const [index, one] of asked.entries()) {
    files[String(index)] = await render({ record: recordOf(one), kind, format: 'docx' })
  }
  const pdfs = convertToPdf(files)
  return asked.map((one, index) => ({
    name: JSON.stringify(one),
    pages: readPages(pdfs.get(String(index)) ?? new Uint8Array()).map(({ lines }) => lines.map(({ text }) => text)),
  }))
}

const counts = [1, 6, 12, 17, 26]

describe.skipIf(!hasOffice || !hasPoppler)('what is signed in Word', () => {
  it('minutes are signed on the page of their last part, with the place of receipt', async () => {
    const asked = [...counts, 2, 3, 4, 5, 9, 15, 18].map((count) => ({ count }))
    for (const { name, pages } of await pagesInOffice('minutes', asked)) {
      const last = pages.at(-1)?.join('\n') ?? ''
      for (const said of signedMinutes) {
        expect(last, `minutes ${name}`).toMatch(said)
      }
    }
  })

  it.each(wordKinds.filter((kind) => kind !== 'minutes'))('%s is signed below its last words', async (kind) => {
    const asked = [
      ...counts.map((count) => ({ count })),
      ...[1, 2, 3, 4, 5, 6, 8].map((moreWords) => ({ count: 2, moreWords })),
    ]
    for (const { name, pages } of await pagesInOffice(kind, asked)) {
      const signed = pages.filter((lines) => lines.some((text) => text.startsWith('Nơi nhận:')))
      expect(signed.length, name).toBeGreaterThan(0)
      for (const lines of signed) {
        const end = lines.findIndex((text) => text.endsWith('./.'))
        expect(end, `${kind} ${name}: ${lines.join(' | ')}`).toBeGreaterThanOrEqual(0)
        expect(lines.findIndex((text) => text.startsWith('Nơi nhận:'))).toBeGreaterThan(end)
        expect(lines.some((text) => /CHỦ TỊCH|GIÁM ĐỐC|CỤC TRƯỞNG/.test(text))).toBe(true)
      }
      // The code under the last line is no page by itself.
      const onLast = (pages.at(-1) ?? []).filter((text) => !/^\d+$|^Mã kiểm chứng/.test(text))
      expect(onLast.length, name).toBeGreaterThan(0)
    }
  })
})

it.skipIf(!hasPoppler)('minutes in the words of an office are signed so in their PDF', async () => {
  const templates = { minutes: changedTemplate('minutes', {}) }
  for (const count of [...counts, 2, 3, 4, 5, 9, 15, 18]) {
    const asked = { record: recordOf({ count }), kind: 'minutes', format: 'pdf', templates } as const
    const { bytes } = await renderDocument({ ...asked, now: madeAt, resources: resourcesFolder })
    const last = readPages(bytes)
      .at(-1)
      ?.lines.map(({ text }) => text)
      .join('\n')
    for (const said of signedMinutes) expect(last, String(count)).toMatch(said)
  }
})
