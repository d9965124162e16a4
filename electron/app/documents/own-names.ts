type NamedPaper = {
  /** Of the event that numbered it: its forms have one, and share what stands before their ending. */
  readonly seq: number
  readonly fileName: string
  /** Whether its number was voided. */
  readonly isVoid: boolean
}

/**
 * The same papers, in the order of their events, under names that lie side by side in one folder: what was issued again under
 * the number of another one is its second issue, `Quyet-dinh_2024-10-25_so-15_lan-2.pdf`; a void one says so (`_da-huy`). Windows knows no case of letters.
 */
export function withOwnNames<Paper extends NamedPaper>(papers: readonly Paper[]): readonly Paper[] {
  const seqs = new Map<string, readonly number[]>()
  for (const { seq, fileName } of papers) {
    const key = stemOf(fileName).toLowerCase()
    const before = seqs.get(key) ?? []
    if (!before.includes(seq)) seqs.set(key, [...before, seq])
  }
  return papers.map((paper) => {
    const stem = stemOf(paper.fileName)
    const issue = (seqs.get(stem.toLowerCase()) ?? []).indexOf(paper.seq) + 1
    const marks = `${issue === 1 ? '' : `_lan-${issue}`}${paper.isVoid ? '_da-huy' : ''}`
    return { ...paper, fileName: `${stem}${marks}${paper.fileName.slice(stem.length)}` }
  })
}

const stemOf = (fileName: string): string => fileName.replace(/\.\w+$/, '')
