/**
 * The same words, each looked up once for the same facts: a list says few sentences hundreds of times, and each look-up costs
 * as much as drawing a cell. As long as its `t`, which is another in another language.
 */
export function saidOnce<T extends (...asked: never[]) => unknown>(t: T): T {
  const said = new Map<string, unknown>()
  return ((...asked: never[]) => {
    const key = JSON.stringify(asked)
    if (!said.has(key)) said.set(key, t(...asked))
    return said.get(key)
  }) as T
}
