/** Some fields of a record, and of the records in it; a field that is left out (or undefined) stays as it is. */
export type Patch<Fields extends object> = {
  readonly [Key in keyof Fields]?: (Fields[Key] extends object ? Patch<Fields[Key]> : Fields[Key]) | undefined
}

/** The record with the patch laid over it. Only what somebody changed is sent, so that nobody's change undoes another's. */
export function layPatch<Fields extends object>(record: Fields, patch: Patch<Fields>): Fields {
  const laid = new Map<string, unknown>(Object.entries(record))
  for (const [key, value] of Object.entries(patch)) {
    const before = laid.get(key)
    if (value !== undefined) laid.set(key, isRecord(before) && isRecord(value) ? layPatch(before, value) : value)
  }
  return Object.fromEntries(laid) as Fields
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null
