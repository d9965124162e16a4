import type { Content } from 'pdfmake/interfaces.js'
import type { Lowered } from './draw-pages.ts'
import type { LaidOutBlock, PdfEngine } from './pdf-engine.ts'
import { printableContent } from './printable-text.ts'
import { ownerOf, type SetBlock } from './shared-pages.ts'

/** What a section says in words of its own, in a place that it has in common with the other sections of its form. */
export type OwnBlock = {
  /** Unique in the form. */
  readonly name: string
  /** One under the other; only one where there is a frame. */
  readonly parts: readonly Content[]
  /** Blocks of one row stand beside each other: the page depends on the highest of them. */
  readonly row?: string
  /** The columns that the block stands in; the whole width unless given. */
  readonly frame?: Frame
}

/** Wraps a block in the columns that it stands in. One function object for each kind of place: blocks are remembered by it. */
export type Frame = (content: Content) => Content

/** The block as it stands among the rest of the section. */
export function placeBlock({ name, parts }: OwnBlock): Content {
  const stack = { stack: [...parts], own: name }
  return stack
}

/** Lays blocks out alone, each part once as long as it is remembered: ballots of one product have most in common. */
export function blockSetter(engine: PdfEngine) {
  const known = new Map<Frame, Map<string, LaidOutBlock>>()
  const setPart = ({ part, frame, ...page }: PagePart): LaidOutBlock => {
    const ofFrame = known.get(frame) ?? new Map<string, LaidOutBlock>()
    known.set(frame, ofFrame)
    const key = JSON.stringify([part, page])
    let laidOut = ofFrame.get(key)
    if (laidOut === undefined) {
      const content = frame(placeBlock({ name: 'part', parts: [part] }))
      const { items, height } = engine.layOutBlock({ ...page, content: [printableContent(content, engine.hasGlyph)] })
      laidOut = { items: items.filter((item) => ownerOf(item) !== undefined), height }
      if (ofFrame.size >= mostKnown) ofFrame.clear()
      ofFrame.set(key, laidOut)
    }
    return laidOut
  }
  return ({ name, parts, row = name, frame = wholeWidth }: OwnBlock, page: BlockPage): SetBlock => {
    const items: Lowered[] = []
    let bottom = 0
    for (const part of parts) {
      const laidOut = setPart({ part, frame, ...page })
      const down = bottom
      for (const item of laidOut.items) items.push({ item, down })
      bottom += laidOut.height
    }
    return { name, row, items, height: bottom }
  }
}

type BlockPage = Pick<Parameters<PdfEngine['layOutBlock']>[0], 'orientation' | 'margins'>

type PagePart = BlockPage & { readonly part: Content; readonly frame: Frame }

const mostKnown = 100

const wholeWidth: Frame = (content) => content
