import { useState, type ChangeEvent } from 'react'

/** Texts of a form that is not saved yet: `<TextInput {...text('symbol')} />` shows one and takes what is typed. */
export function useTexts<Name extends string>(initial: Readonly<Record<Name, string>>) {
  const [texts, setTexts] = useState(initial)
  const put = (name: Name, value: string) => setTexts((before) => ({ ...before, [name]: value }))
  const text = (name: Name) => ({
    value: texts[name],
    onChange: ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => put(name, value),
  })
  return { texts, text, put }
}
