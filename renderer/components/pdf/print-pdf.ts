import { drawPage, sizeOf } from './draw-page.ts'
import type { OpenPdf } from './open-pdf.ts'

/** Dots an inch of printed pages. */
const printResolution = 300

/**
 * Prints the pages as drawn from the document's bytes, each on paper of its own size and direction, through the
 * window's print dialog. Every host can do that; few have a PDF plug-in.
 */
export async function printPdf(pdf: OpenPdf): Promise<void> {
  const sheet = document.createElement('div')
  sheet.className = 'print-sheet'
  const rules = new CSSStyleSheet()
  const urls: string[] = []
  try {
    const sizes = new Set<string>()
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const canvas = document.createElement('canvas')
      const { width, height } = await pdf.withPage(number, async (page) => {
        await drawPage({ page, canvas, scale: printResolution / 72, pixelRatio: 1, purpose: 'print' }).promise
        return sizeOf(page)
      })
      const isLandscape = width > height
      sizes.add(`@page ${isLandscape ? 'landscape' : 'portrait'} { size: ${width}pt ${height}pt; margin: 0 }`)
      const image = document.createElement('img')
      image.style.setProperty('page', isLandscape ? 'landscape' : 'portrait')
      image.style.width = `${width}pt`
      image.style.height = `${height}pt`
      const url = URL.createObjectURL(await toBlob(canvas))
      urls.push(url)
      image.src = url
      sheet.append(image)
      await image.decode()
      canvas.width = 0
    }
    rules.replaceSync([...sizes, printRules].join('\n'))
    document.adoptedStyleSheets.push(rules)
    document.body.append(sheet)
    window.print()
  } finally {
    sheet.remove()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== rules)
    for (const url of urls) URL.revokeObjectURL(url)
  }
}

const printRules = `
.print-sheet { display: none }
@media print {
  html, body { height: auto !important; overflow: visible !important; background: none !important }
  body > *:not(.print-sheet) { display: none !important }
  .print-sheet { display: block }
  .print-sheet img { display: block; break-after: page }
}`

const toBlob = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the page could not be drawn')) : resolve(blob)),
      'image/png',
    )
  })
