import { useState, type ChangeEvent } from 'react'

/**
 * Texts of a form that is not saved yet: `<TextInput {...text('symbol')} />` shows one and takes what is typed. What nobody
 * typed in follows `proposed`, which may come later than the first letter.
 */
export function useTexts<Name extends string>(proposed: Readonly<Record<Name, string>>) {
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({})
  const texts: Record<Name, string> = { ...proposed, ...typed }
  const put = (name: Name, value: string) => setTyped((before) => ({ ...before, [name]: value }))
  const text = (name: Name) => ({
    value: texts[name],
    onChange: ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => put(name, value),
  })
  return { texts, text, put }
}
