import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { describe, expect, it } from 'vitest'
import { openPdf, PdfLeft } from './open-pdf.ts'

/** What reads a file of two pages, as often as it is asked; `mayOpen`: how often it can be. */
function readers(mayOpen = Infinity) {
  const begun: { readonly pages: number[]; ended: number; cleaned: number }[] = []
  const load = async (): Promise<PDFDocumentProxy> => {
    if (begun.length >= mayOpen) throw new Error('gone')
    const reader = { pages: [] as number[], ended: 0, cleaned: 0 }
    begun.push(reader)
    return {
      numPages: 2,
      getPage: async (number: number) => {
        reader.pages.push(number)
        return { cleanup: () => void (reader.cleaned += 1) } as unknown as PDFPageProxy
      },
      loadingTask: { destroy: () => void (reader.ended += 1) },
    } as unknown as PDFDocumentProxy
  }
  return { load, begun }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))
const nothing = async () => {}

describe('a PDF read page by page', () => {
  it('lets go of each page, and of all once it is left', async () => {
    const { load, begun } = readers()
    const pdf = await openPdf(load)
    expect(await pdf.withPage(2, async () => 'two')).toBe('two')
    await expect(pdf.withPage(1, () => Promise.reject(new Error('cancelled')))).rejects.toThrow('cancelled')
    pdf.destroy()
    expect(begun).toEqual([{ pages: [2, 1], cleaned: 2, ended: 1 }])
    await expect(pdf.withPage(1, nothing)).rejects.toThrow(PdfLeft)
    expect(begun).toHaveLength(1)
  })

  it('is read by another after hundreds of pages; the first ends once its last page is done', async () => {
    const { load, begun } = readers()
    const pdf = await openPdf(load)
    let finish = () => {}
    const slow = pdf.withPage(1, () => new Promise<void>((resolve) => (finish = resolve)))
    for (let page = 0; page < 199; page += 1) await pdf.withPage(1, nothing)
    await settle()
    await pdf.withPage(2, nothing)
    expect(begun.map(({ pages, ended }) => [pages.length, ended])).toEqual([
      [200, 0],
      [1, 0],
    ])
    finish()
    await slow
    expect(begun.map(({ ended }) => ended)).toEqual([1, 0])
    pdf.destroy()
    expect(begun.map(({ ended }) => ended)).toEqual([1, 1])
  })

  it('goes on as it is where the file cannot be opened once more, and ends what came too late', async () => {
    const once = readers(1)
    const pdf = await openPdf(once.load)
    for (let page = 0; page < 201; page += 1) await pdf.withPage(1, nothing)
    await settle()
    expect(await pdf.withPage(1, async () => 'read')).toBe('read')
    const twice = readers()
    const left = await openPdf(twice.load)
    for (let page = 0; page < 200; page += 1) await left.withPage(1, nothing)
    left.destroy()
    await settle()
    expect(twice.begun.map(({ ended }) => ended)).toEqual([1, 1])
  })
})
