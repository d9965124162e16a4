import { colourTokens } from '../../app/colour-tokens.ts'

/** What a filling or a mark of the chart means. */
export type Legend = {
  readonly label: string
  readonly fill: string
  readonly stroke: string
  /** A dot or an upright line where the chart has these; else a field. */
  readonly mark?: 'dot' | 'line'
}

type Drawn = {
  readonly svg: SVGSVGElement
  readonly title: string
  readonly notes: readonly string[]
  readonly legend: readonly Legend[]
}

const space = 'http://www.w3.org/2000/svg'
const [margin, line] = [20, 20]
/** Dots of the picture for one of the screen. */
const sharpness = 2

/** The chart on white ground under its title, with what its fillings mean, as a PNG that a report takes. */
export async function drawPicture(drawn: Drawn): Promise<File> {
  const { title } = drawn
  const { markup, width, height } = pictureMarkup(drawn)
  const address = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }))
  try {
    const picture = new Image()
    picture.src = address
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * sharpness
    canvas.height = height * sharpness
    const pen = canvas.getContext('2d')
    pen?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    if (blob === null) throw new Error('the picture could not be made')
    return new File([blob], `${title.replace(/[\\/:*?"<>|]/g, ' ')}.png`, { type: 'image/png' })
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** A picture has neither the page's style sheets nor its scheme: all that it is drawn with stands in it. */
function pictureMarkup({ svg, title, notes, legend }: Drawn) {
  const { width: across, height: down } = svg.getBoundingClientRect()
  const top = margin + line * (notes.length + 2) + 12
  const [width, height] = [Math.ceil(across + 2 * margin), Math.ceil(top + down + margin)]
  const picture = document.createElementNS(space, 'svg')
  picture.append(
    make('rect', { width, height, fill: '#ffffff' }),
    make('text', { x: margin, y: margin + 12, 'font-size': 16, 'font-weight': 600, fill: 'var(--ink)' }, title),
    ...notes.map((note, place) =>
      make('text', { x: margin, y: margin + 12 + line * (place + 1), fill: 'var(--ink-soft)' }, note),
    ),
    ...legendParts(legend, margin + line * (notes.length + 1) + 6),
  )
  const chart = svg.cloneNode(true) as SVGSVGElement
  for (const part of chart.querySelectorAll('*')) part.removeAttribute('style')
  for (const text of chart.querySelectorAll('.recharts-cartesian-axis-tick text')) {
    text.setAttribute('fill', 'var(--ink-soft)')
  }
  chart.removeAttribute('style')
  set(chart, { x: margin, y: top, width: across, height: down })
  picture.append(chart)
  const all = { viewBox: `0 0 ${width} ${height}`, width: width * sharpness, height: height * sharpness }
  set(picture, { ...all, 'font-family': "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif", 'font-size': 12 })
  const source = new XMLSerializer().serializeToString(picture)
  return { markup: source.replace(/var\((--[\w-]+)(?:,[^()]*(?:\([^()]*\))?)?\)/g, lightColour), width, height }
}

function legendParts(legend: readonly Legend[], y: number): readonly SVGElement[] {
  let x = margin
  return legend.flatMap(({ label, mark, ...paint }) => {
    const parts = [
      mark === 'dot'
        ? make('circle', { cx: x + 9, cy: y + 6, r: 5, 'stroke-width': 2, ...paint })
        : make('rect', { x: mark === 'line' ? x + 8 : x, y, width: mark === 'line' ? 2 : 18, height: 12, ...paint }),
      make('text', { x: x + 25, y: y + 11, fill: 'var(--ink)' }, label),
    ]
    x += 25 + label.length * 7 + 20
    return parts
  })
}

function lightColour(_whole: string, name: string): string {
  const tokens: Readonly<Record<string, string>> = colourTokens.light
  return tokens[name] ?? tokens[sameAs[name] ?? '--line'] ?? '#000000'
}

/** What the chart library calls them. */
const sameAs: Readonly<Record<string, string>> = { '--chart-text-color': '--ink-soft', '--chart-grid-color': '--line' }

type Attributes = Readonly<Record<string, string | number>>

function make(name: string, attributes: Attributes, text = ''): SVGElement {
  const element = document.createElementNS(space, name)
  set(element, attributes)
  element.textContent = text
  return element
}

function set(element: SVGElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}
