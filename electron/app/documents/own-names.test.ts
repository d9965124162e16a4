import { expect, it } from 'vitest'
import { withOwnNames } from './own-names.ts'

it('papers issued again under one number lie side by side, their forms together', () => {
  const papers = [
    { seq: 4, fileName: 'Quyet-dinh_so-15.docx' },
    { seq: 4, fileName: 'Quyet-dinh_so-15.pdf' },
    { seq: 6, fileName: 'Bien-ban_so-15.pdf' },
    { seq: 9, fileName: 'quyet-dinh_so-15.pdf' },
    { seq: 12, fileName: 'Quyet-dinh_so-15.docx' },
    { seq: 12, fileName: 'Quyet-dinh_so-15.pdf' },
  ]
  expect(withOwnNames(papers).map(({ fileName }) => fileName)).toEqual([
    'Quyet-dinh_so-15.docx',
    'Quyet-dinh_so-15.pdf',
    'Bien-ban_so-15.pdf',
    'quyet-dinh_so-15_lan-2.pdf',
    'Quyet-dinh_so-15_lan-3.docx',
    'Quyet-dinh_so-15_lan-3.pdf',
  ])
})
