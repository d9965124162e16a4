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
  const sound = papers.map((paper) => ({ ...paper, isVoid: false }))
  expect(withOwnNames(sound).map(({ fileName }) => fileName)).toEqual([
    'Quyet-dinh_so-15.docx',
    'Quyet-dinh_so-15.pdf',
    'Bien-ban_so-15.pdf',
    'quyet-dinh_so-15_lan-2.pdf',
    'Quyet-dinh_so-15_lan-3.docx',
    'Quyet-dinh_so-15_lan-3.pdf',
  ])
})

it('a void paper says so', () => {
  const papers = [
    { seq: 4, fileName: 'Quyet-dinh_so-15.pdf', isVoid: true },
    { seq: 9, fileName: 'Quyet-dinh_so-15.pdf', isVoid: true },
    { seq: 12, fileName: 'Quyet-dinh_so-15.pdf', isVoid: false },
  ]
  expect(withOwnNames(papers).map(({ fileName }) => fileName)).toEqual([
    'Quyet-dinh_so-15_da-huy.pdf',
    'Quyet-dinh_so-15_lan-2_da-huy.pdf',
    'Quyet-dinh_so-15_lan-3.pdf',
  ])
})
