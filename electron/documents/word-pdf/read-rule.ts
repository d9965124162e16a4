import type { WordRule } from './word-blocks.ts'
import { childOf, type XmlNode } from './xml-tree.ts'

/** A straight line that was drawn beside a paragraph, as under the names of offices; null for any other drawing. */
export function readRule(drawing: XmlNode): WordRule | null {
  const anchor = find(drawing, 'anchor')
  const shape = find(anchor, 'prstGeom')?.attributes['prst'] ?? ''
  const extent = childOf(anchor, 'extent')?.attributes
  if (!['line', 'straightConnector1'].includes(shape) || extent === undefined) return null
  const [across, down] = [inPoints(extent['cx']), inPoints(extent['cy'])]
  const x = placeOf(childOf(anchor, 'positionH'), ['column', 'margin', 'character'])
  const y = placeOf(childOf(anchor, 'positionV'), ['paragraph', 'line'])
  const isStraight = across < leastSlope || down < leastSlope
  if (!isStraight || x === null || y === null || y === 'center') return null
  const thick = find(anchor, 'ln')?.attributes['w']
  return { x, y, across, down, thick: thick === undefined ? usualThickness : inPoints(thick) }
}

const leastSlope = 1.5
const usualThickness = 0.75

const inPoints = (emu: string | undefined): number => Number(emu ?? 0) / 12_700

function placeOf(position: XmlNode | undefined, from: readonly string[]): number | 'center' | null {
  if (position === undefined || !from.includes(position.attributes['relativeFrom'] ?? '')) return null
  const offset = childOf(position, 'posOffset')?.text
  if (offset !== undefined) return inPoints(offset)
  return childOf(position, 'align')?.text === 'center' ? 'center' : null
}

/** What a newer Word draws; what it keeps for older ones is left aside. */
function find(node: XmlNode | undefined, name: string): XmlNode | undefined {
  if (node === undefined || node.name === name) return node
  for (const child of node.children) {
    const found = child.name === 'Fallback' ? undefined : find(child, name)
    if (found !== undefined) return found
  }
  return undefined
}
