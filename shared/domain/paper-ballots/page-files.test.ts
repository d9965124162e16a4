import { describe, expect, it } from 'vitest'
import { pageEndingOf, pageFilesOf } from './page-files.ts'

describe('files of pages', () => {
  it('are those of scanners and phones, as people count', () => {
    expect(pageFilesOf(['trang 10.PNG', 'ghi chú.txt', 'trang 2.png', 'phiếu.tiff', 'a.jpeg', 'b.pdf'])).toEqual([
      'a.jpeg',
      'b.pdf',
      'phiếu.tiff',
      'trang 2.png',
      'trang 10.PNG',
    ])
  })

  it('are known by what they are', () => {
    const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    const endings = ['%PDF-1.7', 'rubbish\n%PDF-1.4', '\xff\xd8\xff\xe0', '\x89PNG\r\n', 'II*\0', 'MM\0*', 'GIF89a', '']
    expect(endings.map((text) => pageEndingOf(bytes(text)))).toEqual([
      '.pdf',
      '.pdf',
      '.jpg',
      '.png',
      '.tif',
      '.tif',
      null,
      null,
    ])
  })
})
