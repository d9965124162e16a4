import type { WordRule, WordRun, WordText } from './word-blocks.ts'
import { pageSign } from './word-blocks.ts'
import type { WordLists } from './word-lists.ts'
import { withParagraph, withRun, type RunLook, type Say } from './word-look.ts'
import { readRule } from './read-rule.ts'
import type { TableStyle, WordStyles } from './word-styles.ts'
import { childOf, textsOf, type XmlNode } from './xml-tree.ts'

/** What a document's paragraphs and tables are read by. */
export type WordFacts = {
  readonly styles: WordStyles
  readonly lists: WordLists
  readonly say: Say
  /** Fields that stand open; one may go on over several paragraphs. */
  readonly fields: OpenField[]
  /** The texts that were met, whether they are drawn or hidden. */
  readonly read: Set<XmlNode>
}

type OpenField = { instruction: string; isRead: boolean }

/** A paragraph as it is drawn: in pieces where pages break within it. */
export function readText(p: XmlNode, facts: WordFacts, inTable: TableStyle): readonly WordText[] {
  const { styles, lists, say } = facts
  const pPr = childOf(p, 'pPr')
  const styled = styles.paragraph(pPr, inTable, say)
  const ofStyle = withParagraph(styled.look, pPr, say)
  const mark = ofStyle.list === null ? null : lists(ofStyle.list, say)
  const look = mark === null ? ofStyle : withParagraph(withParagraph(styled.look, mark.pPr, say), pPr, say)
  const runs: WordRun[] = []
  const rules: WordRule[] = []
  if (mark !== null) runs.push(runOf(`${mark.text}\t`, withRun(styled.run, mark.rPr, say)))
  gather(p, { facts, look: styled.run, runs, rules })
  const size = styles.run(childOf(pPr, 'rPr'), styled.run, noMatter).size
  const pieces = splitPages(runs)
  return pieces.map((piece, index) => ({
    kind: 'text',
    look: {
      ...look,
      breakBefore: index > 0 || look.breakBefore,
      before: index > 0 ? 0 : look.before,
      after: index < pieces.length - 1 ? 0 : look.after,
    },
    runs: piece,
    size,
    rules: index === 0 ? rules : [],
  }))
}

const noMatter = (): void => undefined

type Gathering = {
  readonly facts: WordFacts
  readonly look: RunLook
  readonly runs: WordRun[]
  readonly rules: WordRule[]
}

const wrappers = new Set(['hyperlink', 'smartTag', 'sdt', 'sdtContent', 'customXml', 'dir', 'bdo'])
const tracked = new Set(['ins', 'del', 'moveFrom', 'moveTo'])

function gather(node: XmlNode, gathering: Gathering): void {
  const { facts } = gathering
  for (const child of node.children) {
    if (child.name === 'r') gatherRun(child, gathering)
    else if (wrappers.has(child.name)) gather(child, gathering)
    else if (child.name === 'fldSimple') {
      readField(child.attributes['instr'] ?? '', gathering)
      if (isPageField(child.attributes['instr'] ?? '')) for (const text of textsOf(child)) facts.read.add(text)
      else gather(child, gathering)
    } else if (tracked.has(child.name)) facts.say('thay đổi đang được theo dõi (Track Changes)')
    else if (child.name.startsWith('oMath')) facts.say('công thức')
  }
}

function gatherRun(r: XmlNode, gathering: Gathering): void {
  const { facts, runs, rules } = gathering
  const look = facts.styles.run(childOf(r, 'rPr'), gathering.look, facts.say)
  const add = (text: string) => {
    // What a field says itself is not seen.
    if (!look.isHidden && facts.fields.every(({ isRead }) => isRead)) runs.push(runOf(text, look))
  }
  for (const child of r.children) {
    const { name, attributes } = child
    if (name === 't') {
      facts.read.add(child)
      add(child.text)
    } else if (name === 'tab') add('\t')
    else if (name === 'cr') add('\n')
    else if (name === 'br') {
      if (attributes['type'] === 'column') facts.say('ngắt cột')
      else add(attributes['type'] === 'page' ? pageBreak : '\n')
    } else if (name === 'noBreakHyphen') add('\u2011')
    else if (name === 'fldChar') turnField(attributes['fldCharType'], { ...gathering, look })
    else if (name === 'instrText') {
      const field = facts.fields.findLast(({ isRead }) => !isRead)
      if (field !== undefined) field.instruction += child.text
    } else if (name === 'drawing' || name === 'pict' || name === 'AlternateContent') {
      const rule = readRule(child)
      if (rule === null) facts.say('hình ảnh, hình vẽ')
      else rules.push(rule)
    } else if (notDrawn.has(name)) facts.say(notDrawn.get(name) ?? '')
  }
}

const notDrawn = new Map([
  ['footnoteReference', 'chú thích cuối trang'],
  ['endnoteReference', 'chú thích cuối văn bản'],
  ['sym', 'ký hiệu chèn bằng Symbol'],
  ['ptab', 'tab căn lề'],
  ['object', 'đối tượng nhúng'],
  ['ruby', 'chữ chú âm'],
])

const pageBreak = '\f'

function runOf(text: string, { bold, italics, underline, caps, size }: RunLook): WordRun {
  return { text: caps ? text.toLocaleUpperCase('vi') : text, bold, italics, underline, size }
}

function turnField(type: string | undefined, gathering: Gathering): void {
  const { fields } = gathering.facts
  const last = fields.at(-1)
  if (type === 'begin') fields.push({ instruction: '', isRead: false })
  else if (type === 'separate' && last !== undefined) {
    readField(last.instruction, gathering)
    // The number that was saved with the file is not the page's.
    last.isRead = !isPageField(last.instruction)
  } else if (type === 'end' && last !== undefined) {
    if (last.instruction !== '' && !last.isRead && !isPageField(last.instruction))
      readField(last.instruction, gathering)
    fields.pop()
  }
}

const isPageField = (instruction: string): boolean => nameOf(instruction) === 'PAGE'

const nameOf = (instruction: string): string => (/^\s*(\S*)/.exec(instruction)?.[1] ?? '').toUpperCase()

/** Fields whose saved text is what they say. */
const lastingFields = new Set(['HYPERLINK', 'QUOTE', 'FORMTEXT', 'REF', 'TITLE', 'SUBJECT', 'AUTHOR', 'DOCPROPERTY'])

function readField(instruction: string, { facts, look, runs }: Gathering): void {
  const name = nameOf(instruction)
  if (name === 'PAGE') {
    runs.push(runOf(pageSign, look))
    if (instruction.replace(/\\\*\s*(mergeformat|charformat|arabic)/gi, '').trim().length > name.length)
      facts.say('kiểu số trang này')
  } else if (!lastingFields.has(name)) facts.say(`trường ${name}`)
}

function splitPages(runs: readonly WordRun[]): readonly (readonly WordRun[])[] {
  const pieces: WordRun[][] = [[]]
  for (const run of runs) {
    run.text.split(pageBreak).forEach((text, index) => {
      if (index > 0) pieces.push([])
      if (text !== '') pieces.at(-1)?.push({ ...run, text })
    })
  }
  return pieces
}
