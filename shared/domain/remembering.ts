/** Texts of one register, asked for again with each list and each word typed. */
const most = 100_000

/** The same answer to a text without working it out again: for what takes longer than finding it. */
export function remembering<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const answer = work(text)
    if (known.size >= most) known.clear()
    known.set(text, answer)
    return answer
  }
}
