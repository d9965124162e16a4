import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openFace, openPen } from './certificate/pen.ts'
import { renderPdf } from './render-pdf.ts'

const resources = join(import.meta.dirname, '../../resources')
const createdAt = new Date(0)

const open = () => openFace(openPen({ title: 'Chữ', createdAt, resources }).font('regular'))

it('the tables of a face are read once for all documents', () => {
  const first = open()
  first.layout('Ủy ban nhân dân')
  const second = open()
  const { _tables: read } = second
  expect(second).not.toBe(first)
  expect(Object.keys(read)).toContain('GPOS')
})

const paper = (text: string) =>
  renderPdf({
    document: { title: 'Chữ', isDraft: false, sections: [{ orientation: 'portrait', content: () => [{ text }] }] },
    createdAt,
    resources,
  })

it('a document is read as it was written, whatever was set before it', async () => {
  // Latin and Cyrillic letters of one glyph, which says what it is read as.
  const [latin, cyrillic] = ['Số 12 – “phân hạng” \u0259', 'Số 12 – “phân hạng” \u04d9']
  const before = await paper(latin)
  expect(Buffer.compare(await paper(cyrillic), before)).not.toBe(0)
  expect(Buffer.compare(await paper(latin), before)).toBe(0)
})
