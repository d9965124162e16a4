/**
 * What the fields of a record need: `const saved = savedFields(…)`, then `<SavedText {...saved('name')} />` shows the
 * record's name and saves it as a patch.
 */
export function savedFields<Fields extends object>({
  fields,
  patch,
  isReadOnly,
}: {
  fields: Fields
  patch: (change: Partial<Fields>) => Promise<unknown>
  isReadOnly: boolean
}) {
  return <Key extends keyof Fields>(key: Key) => ({
    value: fields[key],
    save: (value: Fields[Key]): Promise<unknown> => {
      const change: Partial<Fields> = {}
      change[key] = value
      return patch(change)
    },
    isReadOnly,
  })
}
