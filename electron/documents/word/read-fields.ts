import type { XmlTag, XmlVisitor } from '../../workbooks/xlsx/xml.ts'

/**
 * Gathers the instructions of a Word part's fields, each with what stands in it itself: Word splits an instruction over
 * runs as it likes, and a field may stand within another's. `tell` gets each when it ends.
 */
export function fieldVisitor(tell: (instruction: string) => void): Required<Omit<XmlVisitor, 'plainCell'>> {
  const open: { instruction: string; isRead: boolean }[] = []
  let isInstruction = false
  return {
    open: ({ name, attributes }: XmlTag) => {
      const local = (key: string) => Object.entries(attributes).find(([known]) => known.split(':').at(-1) === key)?.[1]
      if (name === 'fldSimple') tell(local('instr') ?? '')
      else if (name === 'instrText' || name === 'delInstrText') isInstruction = true
      else if (name === 'fldChar') {
        const type = local('fldCharType')
        const last = open.at(-1)
        if (type === 'begin') open.push({ instruction: '', isRead: false })
        else if (type === 'separate' && last !== undefined) last.isRead = true
        else if (type === 'end' && last !== undefined) {
          open.pop()
          tell(last.instruction)
        }
      }
    },
    text: (text) => {
      if (!isInstruction) return
      const field = open.findLast(({ isRead }) => !isRead)
      // An instruction outside of any field: read as one of its own.
      if (field === undefined) tell(text)
      else field.instruction += text
    },
    close: (name) => {
      if (name === 'instrText' || name === 'delInstrText') isInstruction = false
    },
  }
}
