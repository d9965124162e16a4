/**
 * The `select` of a list whose words are typed: the library holds what it selects against what stood there before, also where
 * that answered other words.
 */
export function asAnswered<Answer>(answer: Answer): Answer {
  return answer
}

/**
 * The `structuralSharing` of such a list: what an answer says as the one before is the same object, rows wherever they stand,
 * so that it is not drawn anew. Texts are compared: field by field costs as much as drawing.
 */
export function keepSame(before: unknown, answer: unknown): unknown {
  return isObject(before) && isObject(answer) ? sharing(before, answer) : answer
}

type Fields = Readonly<Record<string, unknown>>

function sharing(before: Fields, answer: Fields): Fields {
  const known = new Map(
    Object.values(before)
      .flatMap((value) => (Array.isArray(value) ? (value as readonly unknown[]) : [value]))
      .filter(isObject)
      .map((value) => [textOf(value), value]),
  )
  const kept = (value: unknown): unknown => (isObject(value) ? (known.get(textOf(value)) ?? value) : value)
  const fields = Object.entries(answer).map(([name, value]) => {
    if (!Array.isArray(value)) return [name, kept(value)] as const
    const stood = before[name]
    const rows = value.map(kept)
    return [name, Array.isArray(stood) && isSame(stood, rows) ? stood : rows] as const
  })
  const isAsBefore =
    fields.length === Object.keys(before).length && fields.every(([name, value]) => before[name] === value)
  return isAsBefore ? before : Object.fromEntries(fields)
}

const isSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((one, place) => one === others[place])

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const texts = new WeakMap<object, string>()

function textOf(value: object): string {
  const known = texts.get(value)
  if (known !== undefined) return known
  const text = JSON.stringify(value)
  texts.set(value, text)
  return text
}
